using Microsoft.AspNetCore.Http;

namespace Upwire;

/// <summary>
/// Looks at what an endpoint's metadata names, and reports what of it the application does not have. It looks through the list: what is asked of it by
/// type, the endpoint remembers as long as it lives.
/// </summary>
internal interface IEndpointCheck
{
    ValueTask CheckAsync(Endpoint endpoint, StartUpProblems problems);
}
