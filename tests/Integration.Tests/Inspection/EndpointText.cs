using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Upwire.Integration.Tests.Inspection;

/// <summary>What endpoints say of themselves: a line for each, and below it one for each piece of metadata, in order.</summary>
internal static class EndpointText
{
    public static string Write(IEnumerable<Endpoint> endpoints, string pattern) =>
        string.Join('\n', endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText == pattern).SelectMany(WriteLines));

    private static IEnumerable<string> WriteLines(RouteEndpoint endpoint) =>
        endpoint.Metadata.SelectMany(WriteLines).Prepend($"endpoint {endpoint.RoutePattern.RawText}");

    private static IEnumerable<string> WriteLines(object item)
    {
        if (item is IAuthorizeData authorization)
        {
            yield return $"roles {authorization.Roles}";
        }

        if (item is ITagsMetadata tags)
        {
            yield return $"tags {string.Join(' ', tags.Tags)}";
        }

        if (item is IEndpointNameMetadata name)
        {
            yield return $"name {name.EndpointName}";
        }

        if (item is IEndpointSummaryMetadata summary)
        {
            yield return $"summary {summary.Summary}";
        }

        if (item is IProducesResponseTypeMetadata answer)
        {
            yield return $"answers {answer.StatusCode} {answer.Type?.Name} {string.Join(' ', answer.ContentTypes)}";
        }
    }
}
