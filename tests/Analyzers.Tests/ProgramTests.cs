using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Upwire.Analyzers.Tests;

/// <summary>
/// Whole programs, for readers as much as for the compiler: those in Programs/Pass compile, and nothing is said of them; in those of
/// Programs/Fail all that is said stands below the line that it is said of.
/// </summary>
public sealed partial class ProgramTests
{
    private static readonly string Programs = Path.Combine(Path.GetDirectoryName(FileOf())!, "Programs");

    public static TheoryData<string> Passing() => Files("Pass");

    public static TheoryData<string> Failing() => Files("Fail");

    public static TheoryData<string> Ids() => RuleCatalogueTests.Ids();

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Passes(string file) => Assert.Equal([], await DiagnoseAsync(await ReadAsync("Pass", file), file));

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task Fails_as_it_says(string file)
    {
        string expected = await ReadAsync("Fail", file);
        string actual = Annotate(expected, await DiagnoseAsync(expected, file));

        string received = Path.Combine(Programs, "Fail", Path.ChangeExtension(file, ".received.cs"));
        if (actual == expected)
        {
            File.Delete(received);
        }
        else
        {
            await File.WriteAllTextAsync(received, actual, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, actual);
        Assert.Matches(Said(), actual);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_program_fails_for_each_rule(string id) =>
        Assert.Contains($"// {id}: ", await ReadAsync("Fail", id + ".cs"), StringComparison.Ordinal);

    private static async Task<IEnumerable<(int Line, string Text)>> DiagnoseAsync(string program, string file) =>
        (await WholeProgram.DiagnoseAsync(program, file))
            .Select(static found => (found.Location.GetLineSpan().StartLinePosition.Line, Text: $"{found.Id}: {found.GetMessage(CultureInfo.InvariantCulture)}"))
            .OrderBy(static found => found.Line)
            .ThenBy(static found => found.Text, StringComparer.Ordinal);

    // Below each line what is said of it, in place of what was there.
    private static string Annotate(string program, IEnumerable<(int Line, string Text)> found)
    {
        var said = found.ToLookup(static diagnostic => diagnostic.Line, static diagnostic => diagnostic.Text);
        return string.Join('\n', program.Split('\n')
            .SelectMany((line, number) => said[number].Select(text => $"{line[..^line.TrimStart().Length]}// {text}").Prepend(Said().IsMatch(line) ? null : line))
            .OfType<string>());
    }

    private static TheoryData<string> Files(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Programs, folder), "*.cs").Select(Path.GetFileName).OfType<string>().Where(static file => !file.EndsWith(".received.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<string> ReadAsync(string folder, string file) =>
        (await File.ReadAllTextAsync(Path.Combine(Programs, folder, file), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");

    private static string FileOf([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^ *// [A-Z]+\d+: ", RegexOptions.Multiline)]
    private static partial Regex Said();
}
