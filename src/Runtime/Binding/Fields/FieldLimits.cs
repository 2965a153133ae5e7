using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire.CompilerServices;

/// <summary>How much a request may make of its fields: ASP.NET Core's own limits, which an endpoint changes by <c>WithFormMappingOptions</c>.</summary>
/// <param name="Items">The number of items in a collection.</param>
/// <param name="Depth">How deep objects may lie in each other.</param>
internal readonly record struct FieldLimits(int Items, int Depth)
{
    private const int DefaultItems = 1024;
    private const int DefaultDepth = 64;

    public static FieldLimits Of(HttpContext context)
    {
        var limits = new FieldLimits(DefaultItems, DefaultDepth);
        foreach (var options in context.GetEndpoint()?.Metadata.GetOrderedMetadata<FormMappingOptionsMetadata>() ?? [])
        {
            limits = new(options.MaxCollectionSize ?? limits.Items, options.MaxRecursionDepth ?? limits.Depth);
        }

        return limits;
    }
}
