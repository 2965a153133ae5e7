using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>How the application writes and reads JSON, over HTTP and in messages.</summary>
internal static class ApplicationJson
{
    public static JsonSerializerOptions Options(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

        // As the serializer itself does on first use: contracts of options that may still change are not cached.
        options.MakeReadOnly();
        return options;
    }
}
