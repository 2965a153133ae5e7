namespace Benchmarks;

/// <summary>What the endpoints of a program are written with.</summary>
internal enum Framework
{
    /// <summary>Upwire's attributes.</summary>
    Upwire,

    /// <summary>Minimal APIs with the request delegate generator.</summary>
    MinimalApi,
}
