using Microsoft.AspNetCore.Http;

namespace Upwire;

/// <summary>Looks at what an endpoint's metadata names, and reports what of it the application does not have.</summary>
internal interface IEndpointCheck
{
    ValueTask CheckAsync(Endpoint endpoint, StartUpProblems problems);
}
