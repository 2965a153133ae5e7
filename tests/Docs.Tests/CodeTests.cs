using System.Text.Json;
using System.Xml.Linq;
using Upwire.Docs.Tests.Compiling;
using Upwire.Docs.Tests.Markdown;

namespace Upwire.Docs.Tests;

/// <summary>What the pages show is true: it compiles as it is, and code that is said to be wrong is refused for that very reason.</summary>
public sealed class CodeTests
{
    private static readonly string[] Languages = ["csharp", "html", "http", "ini", "javascript", "json", "sh", "text", "xml"];

    public static TheoryData<string> Programs() => [.. PageProgram.All.Keys];

    public static TheoryData<string> Pages() => [.. Documentation.Pages.Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Code_compiles(string place)
    {
        var program = PageProgram.All[place];
        var complaints = await program.DiagnoseAsync();

        string[] expected = [.. program.Expected];
        var unexpected = complaints.Where(complaint => !expected.Contains(complaint.Id));
        Assert.True(!unexpected.Any(), string.Join('\n', unexpected));
        var missing = expected.Except(complaints.Select(static complaint => complaint.Id));
        Assert.True(!missing.Any(), $"{place}: the code should be refused for {string.Join(" and ", missing)}, and is not.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Code_tells_its_language(string path) =>
        Assert.All(Find(path).Code, static block => Assert.True(
            Languages.Contains(block.Language),
            $"{block}: '{block.Language}' is none of {string.Join(", ", Languages)}. Put the code between ``` and ```, with its language behind the first."));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Json_and_xml_can_be_read(string path)
    {
        foreach (var block in Find(path).Code)
        {
            var fault = Record.Exception(() =>
            {
                if (block.Language == "json")
                {
                    JsonDocument.Parse(block.Text).Dispose();
                }
                else if (block.Language == "xml")
                {
                    XElement.Parse($"<page>{block.Text}</page>");
                }
            });
            Assert.True(fault is null, $"{block}: {fault?.Message}");
        }
    }

    private static MarkdownPage Find(string path) => Documentation.Pages.Single(page => page.Path == path);
}
