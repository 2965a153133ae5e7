using Upwire.Docs.Tests.Compiling;
using Upwire.Docs.Tests.Markdown;

namespace Upwire.Docs.Tests;

/// <summary>What the pages of rules say beside their code, which is for <see cref="CodeTests"/>.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> WrongPrograms() => [.. PageProgram.All.Where(static program => program.Value.Blocks.All(RulePage.IsWrong)).Select(static program => program.Key)];

    [Theory]
    [MemberData(nameof(WrongPrograms))]
    public async Task Rules_are_suppressed_as_their_pages_say(string place)
    {
        var program = PageProgram.All[place];
        string directive = $"#pragma warning disable {RulePage.IdOf(program.Blocks[0])}";

        Assert.Contains(directive, await File.ReadAllTextAsync(Path.Combine(Documentation.Root, program.Blocks[0].Page), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await program.DiagnoseAsync(directive));
    }
}
