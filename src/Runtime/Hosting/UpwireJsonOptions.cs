using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Adds the contracts of our own types, and of what descriptions show, after all that the application has.</summary>
internal sealed class UpwireJsonOptions(DescribedTypes types) : IPostConfigureOptions<JsonOptions>
{
    public void PostConfigure(string? name, JsonOptions options)
    {
        options.SerializerOptions.TypeInfoResolverChain.Add(ProblemJsonContext.Default);
        options.SerializerOptions.TypeInfoResolverChain.Add(new DescribedTypeResolver(types, options.SerializerOptions));
    }
}
