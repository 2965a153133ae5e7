using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Where in a request a parameter's value is looked for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterSource
{
    /// <summary>A parameter of the route.</summary>
    Route,

    /// <summary>A key of the query string.</summary>
    Query,

    /// <summary>A request header.</summary>
    Header,

    /// <summary>The request body.</summary>
    Body,

    /// <summary>A field of a form.</summary>
    Form,
}
