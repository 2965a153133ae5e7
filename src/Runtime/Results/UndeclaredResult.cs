using System.Diagnostics.CodeAnalysis;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Upwire;

/// <summary>A value as JSON, of which nothing is known but what it is.</summary>
internal static class UndeclaredResult
{
    public static Task WriteAsync(HttpContext context, object value, JsonSerializerOptions options)
    {
        // A native binary may have no contract of the very type, as of an iterator's: the contract of objects finds that of what it derives from or implements.
        var type = value.GetType();
        bool isKnown = options.TryGetTypeInfo(type, out var contract);

        // Of a sequence too, which the serializer reads by its own contract. It would write events as if they were values.
        if (isKnown ? IsEvent(contract!.ElementType) : ImplementsEvents(type))
        {
            throw new InvalidOperationException(
                $"'{type}' is a sequence of server-sent events, but the endpoint does not declare to return any. Return TypedResults.ServerSentEvents(...) instead.");
        }

        return context.Response.WriteAsJsonAsync(value, contract ?? options.GetTypeInfo(typeof(object)), contentType: null);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The serializer looks through the same interfaces: what is not there, it does not find either.")]
    private static bool ImplementsEvents(Type type) => Array.Exists(
        type.GetInterfaces(),
        static item => item.IsConstructedGenericType && item.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) && IsEvent(item.GenericTypeArguments[0]));

    private static bool IsEvent(Type? item) => item is { IsConstructedGenericType: true } && item.GetGenericTypeDefinition() == typeof(SseItem<>);
}
