using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>A filter that an attribute puts around an endpoint. Declared by <see cref="FilterAttribute{TFilter}"/> only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class FilterAttribute : Attribute
{
    private protected FilterAttribute()
    {
    }

    /// <summary>Puts the filter around what comes after it, once, when the endpoint is built.</summary>
    /// <param name="context">The endpoint.</param>
    /// <param name="next">What the filter is put around.</param>
    /// <returns>The filter with what comes after it.</returns>
    internal abstract EndpointFilterDelegate Wrap(EndpointFilterFactoryContext context, EndpointFilterDelegate next);
}
