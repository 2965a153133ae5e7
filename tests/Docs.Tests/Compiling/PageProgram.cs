using System.Globalization;
using Microsoft.CodeAnalysis;
using Upwire.Docs.Tests.Markdown;

namespace Upwire.Docs.Tests.Compiling;

/// <summary>A block of C# together with those that continue it: what is compiled at once.</summary>
internal sealed record PageProgram(IReadOnlyList<CodeBlock> Blocks)
{
    // A warning for everything that is read or written as JSON: a fragment has its context elsewhere, unless it is about contexts.
    private const string NotCovered = "UPW0040";

    public static IReadOnlyDictionary<string, PageProgram> All { get; } = Find().ToDictionary(static program => program.Blocks[0].ToString());

    /// <summary>The ids that the compiler has to report, each once at least, and no others.</summary>
    public IEnumerable<string> Expected => Blocks.SelectMany(static block => RulePage.IsWrong(block) ? [RulePage.IdOf(block)] : block.Directive.Expected).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What the compiler says of it, by the lines of the page.</summary>
    public async Task<IReadOnlyList<Complaint>> DiagnoseAsync(string directive = "")
    {
        var stage = new Stage(Blocks);
        var found = await WholeProgram.DiagnoseAsync(stage.ToFiles(directive), Blocks.Any(static block => block.Directive.IsNative));
        return
        [
            .. found
                .Where(diagnostic => diagnostic.Id != NotCovered || !stage.IsFragment || SpeaksOfContexts)
                .Where(diagnostic => !stage.IsFragment || !Stage.Tolerated.Contains(diagnostic.Id))
                .Select(ToComplaint)
                .Distinct(),
        ];
    }

    private bool SpeaksOfContexts =>
        Expected.Contains(NotCovered) || Blocks.Any(static block => block.Directive.IsNative || block.Text.Contains("JsonSerializerContext", StringComparison.Ordinal));

    private static Complaint ToComplaint(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        return new(diagnostic.Id, $"{place.Path}({place.StartLinePosition.Line + 1}): {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static List<PageProgram> Find()
    {
        var programs = new List<PageProgram>();
        foreach (var page in Documentation.Pages)
        {
            List<CodeBlock>? blocks = null;
            foreach (var block in page.Code.Where(static block => block.Language == "csharp" && !RulePage.IsDirectiveOnly(block)))
            {
                if (blocks is null || !block.Directive.IsContinued)
                {
                    programs.Add(new(blocks = []));
                }

                blocks.Add(block);
            }
        }

        return programs;
    }
}
