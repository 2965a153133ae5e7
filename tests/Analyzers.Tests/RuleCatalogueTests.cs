using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators;
using Upwire.Generators.Diagnostics;

namespace Upwire.Analyzers.Tests;

/// <summary>What every id has: an analyzer, a page, a row among the releases, a link, and tests that it fires and that it does not.</summary>
public sealed partial class RuleCatalogueTests
{
    private static readonly string Tests = Path.GetDirectoryName(FileOf())!;
    private static readonly string Root = Path.GetFullPath(Path.Combine(Tests, "../.."));

    public static TheoryData<string> Ids() =>
        [.. typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_one_descriptor_that_an_analyzer_supports(string id) => Assert.NotNull(Find(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page_with_wrong_and_right_code(string id)
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs/rules", $"{id}.md"));

        Assert.StartsWith($"# {id}: {Find(id).Title}\n", page, StringComparison.Ordinal);
        Assert.Matches(@"(?s)## What is wrong.*```csharp.*## How to mend it.*```csharp.*## How to suppress it", page);
        Assert.Contains($"[{id}]({id}.md)", File.ReadAllText(Path.Combine(Root, "docs/rules/README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_link_to_its_page(string id) => Assert.EndsWith($"/docs/rules/{id}.md", Find(id).HelpLinkUri, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_row_among_the_releases(string id)
    {
        var rule = Find(id);
        string[] rows = [.. Directory.GetFiles(Path.Combine(Root, "src/Generators"), "AnalyzerReleases.*.md").SelectMany(File.ReadLines)];

        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", rows);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_tests(string id)
    {
        string tests = Directory.GetFiles(Tests, "*.cs").Select(File.ReadAllText).Single(text => text.Contains($"/// <summary>{id}.</summary>", StringComparison.Ordinal));

        Assert.Contains($"\"{id}\",", tests, StringComparison.Ordinal);
        Assert.Matches(Fires(), tests);
        Assert.Matches(DoesNotFire(), tests);
    }

    private static DiagnosticDescriptor Find(string id) =>
        typeof(UpwireGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .SelectMany(static type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Single(rule => rule.Id == id);

    private static string FileOf([CallerFilePath] string path = "") => path;

    [GeneratedRegex("public Task Fires_")]
    private static partial Regex Fires();

    [GeneratedRegex("public Task Does_not_fire_")]
    private static partial Regex DoesNotFire();
}
