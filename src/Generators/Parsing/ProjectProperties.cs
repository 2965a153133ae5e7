using Microsoft.CodeAnalysis.Diagnostics;

namespace Upwire.Generators.Parsing;

/// <summary>What the project file says, as far as buildTransitive/Upwire.props lets the compiler see it.</summary>
internal static class ProjectProperties
{
    public static bool IsPublishedAot(this AnalyzerConfigOptionsProvider options) => string.Equals(options.Read("PublishAot"), "true", StringComparison.OrdinalIgnoreCase);

    public static bool HasRouteManifest(this AnalyzerConfigOptionsProvider options) => !string.IsNullOrEmpty(options.Read("UpwireRouteManifest"));

    private static string? Read(this AnalyzerConfigOptionsProvider options, string property) =>
        options.GlobalOptions.TryGetValue($"build_property.{property}", out string? value) ? value : null;
}
