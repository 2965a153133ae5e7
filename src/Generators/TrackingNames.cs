namespace Upwire.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what was cached.</summary>
internal static class TrackingNames
{
    public const string Declarations = nameof(Declarations);

    public const string Endpoints = nameof(Endpoints);

    public const string Controllers = nameof(Controllers);

    public const string Assembly = nameof(Assembly);
}
