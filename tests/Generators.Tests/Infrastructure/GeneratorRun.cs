using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Tests.Infrastructure;

/// <summary>What the generator made of a project.</summary>
internal sealed record GeneratorRun(Compilation Output, GeneratorRunResult Result)
{
    /// <summary>The text of a generated file; its name without the ending is the controller's full name.</summary>
    public string this[string controller] => Find(controller) ?? throw new KeyNotFoundException($"No file for '{controller}'; there are {string.Join(", ", Result.GeneratedSources.Select(static source => source.HintName))}.");

    public string RouteTable => this["Upwire.Routes"];

    public string? Find(string controller) =>
        Result.GeneratedSources.FirstOrDefault(source => source.HintName == controller + ".g.cs").SourceText?.ToString();
}
