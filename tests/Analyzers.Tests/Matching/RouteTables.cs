using CsCheck;
using Upwire.Generators.Matching;
using Upwire.Generators.Parsing;

namespace Upwire.Analyzers.Tests.Matching;

/// <summary>Random route tables, and the requests that could tell their routes apart.</summary>
internal static class RouteTables
{
    private static readonly string?[] Verbs = ["GET", "GET", "GET", "POST", "HEAD", null];

    private static readonly string[] Literals = ["a", "A", "b", "1", "true", "ab", "a-b", "x.y"];

    private static readonly string[] Middle =
    [
        "<#>",
        "<#>",
        "<#:int>",
        "<#:int>",
        "<#:int:min(2)>",
        "<#:long>",
        "<#:range(1,5)>",
        "<#:max(3)>",
        "<#:min(5):max(3)>",
        "<#:guid>",
        "<#:alpha>",
        "<#:alpha:int>",
        "<#:bool>",
        "<#:decimal>",
        "<#:double>",
        "<#:datetime>",
        "<#:length(2)>",
        "<#:length(2,3)>",
        "<#:minlength(2)>",
        "<#:maxlength(3)>",
        "<#:maxlength(1):minlength(2)>",
        "<#:int:length(3)>",
        "<#:required>",
        "<#:minlength(1)>",
        "<#:file>",
        "<#:nonfile>",
        "<#:regex(^[a-c]+$)>",
        @"<#:regex(^\d{2}$)>",
        "<#:regex(^(ab|abc|x.?y)$)>",
        "a-<#>",
        "<#>-b",
        "<#>.<#>",
        "<#>.<#?>",
        "a-<#>.<#>",
        "<#:int>-<#:alpha>",
        "<#>-<#>-<#>",
    ];

    private static readonly string[] Last =
    [
        "<#?>",
        "<#:int?>",
        "<#:alpha?>",
        "<#=5>",
        "<#:int=7>",
        "<#:int=x>",
        "<#..>",
        "<#..:minlength(2)>",
        "<#..:nonfile>",
        "<#..:regex(^a)>",
    ];

    private static readonly string[] Texts =
    [
        "a", "A", "b", "c", "x", "ab", "abc", "abcd", "0", "1", "2", "3", "5", "6", "7", "22", "007", "123", "-1", "1e3", "10000000000", "true", "False",
        "1.5", "99.5", "a.b", "x.y", ".x", "x.", "a-b", "x-b", "a-", "-b", "a-x.y", "a-b-c", "1-x", "12-ab", "2026-01-31", "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "averylongtextwithnothinginit",
    ];

    public static Gen<IReadOnlyList<(string? Verb, string Template)>> Tables { get; } =
        Gen.Frequency((3, Gen.Select(OneOf(Verbs), Template()).Array[2, 6]), (1, Gen.Select(OneOf(Verbs), TemplateOfParameters()).Array[3, 8]))
            .Select(static routes => (IReadOnlyList<(string?, string)>)routes);

    public static Gen<(string? Verb, string[] Path)[]> Requests { get; } =
        Gen.Select(OneOf<string?>("GET", "GET", "POST", "HEAD", null), OneOf(Texts).Array[0, 3]).Array[60];

    /// <summary>The routes as the analyzer sees them.</summary>
    public static Route[] Read(IEnumerable<(string? Verb, string Template)> routes)
    {
        var reader = new RouteReader(new());
        return [.. routes.Select(route => reader.Read(route.Verb, RouteTemplateParser.Parse(route.Template), []))];
    }

    // Few of each, so that many tables have routes that meet.
    private static Gen<string> Template() =>
        Gen.Select(
            Gen.OneOf(OneOf(Literals), OneOf("a"), OneOf(Middle)).Array[0, 2],
            Gen.Frequency((2, OneOf(Middle)), (1, OneOf(Last)), (1, OneOf(""))),
            static (segments, last) => Name("/" + string.Join("/", last.Length > 0 ? [.. segments, last] : segments)));

    // Of parameters alone, whose routes nearly all meet.
    private static Gen<string> TemplateOfParameters() =>
        Gen.Select(
            OneOf(Middle).Array[2],
            Gen.Frequency((3, OneOf(Middle)), (1, OneOf(Last)), (1, OneOf(Literals)), (3, OneOf(""))),
            static (segments, last) => Name("/" + string.Join("/", last.Length > 0 ? [.. segments, last] : segments)));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Name(string template)
    {
        int count = 0;
        return string.Concat(template.Select(c => c == '#' ? $"p{count++}" : c.ToString()));
    }
}
