using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.OpenApi;

/// <summary>The same, described with the contracts of a context only, as in a native binary, where no others can be made.</summary>
public sealed class ContractsOnlyApp : OpenApiApp
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.ConfigureHttpJsonOptions(static options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Clear();
            options.SerializerOptions.TypeInfoResolverChain.Add(new ForRequests(options.SerializerOptions));
            options.SerializerOptions.TypeInfoResolverChain.Add(DescribedJsonContext.Default);
        });
    }

    // Descriptions are made with options of their own.
    private sealed class ForRequests(JsonSerializerOptions application) : IJsonTypeInfoResolver
    {
        private readonly DefaultJsonTypeInfoResolver _any = new();

        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            ReferenceEquals(options, application) ? _any.GetTypeInfo(type, options) : null;
    }
}
