using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Upwire.CodeFixes.Completion;

namespace Upwire.Analyzers.Tests.Completion;

/// <summary>A file that is being written, in an editor that has got the package: the caret stands at <c>$$</c>.</summary>
internal sealed class CompletionTest : IDisposable
{
    private const string Caret = "$$";

    private readonly AdhocWorkspace _workspace = new();
    private readonly Document _document;
    private readonly CompletionService _service;
    private readonly int _caret;

    public CompletionTest(string source)
    {
        string marked = TestProgram.Complete(source);
        _caret = marked.IndexOf(Caret, StringComparison.Ordinal);
        string file = typeof(TemplateCompletionProvider).Assembly.Location;
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Program",
            "Program",
            LanguageNames.CSharp,
            compilationOptions: TestProgram.CompilationOptions,
            parseOptions: TestProgram.ParseOptions,
            metadataReferences: TestProgram.References,
            analyzerReferences: [new AnalyzerFileReference(file, new Loader())]));
        _document = _workspace.AddDocument(project.Id, "Program.cs", SourceText.From(marked.Remove(_caret, Caret.Length)));
        _service = CompletionService.GetService(_document)!;
    }

    public void Dispose() => _workspace.Dispose();

    /// <summary>Whether the character before the caret opens the list, as far as templates are concerned.</summary>
    public async Task<bool> IsTriggeredAsync()
    {
        var text = await _document.GetTextAsync(TestContext.Current.CancellationToken);
        var typed = CompletionTrigger.CreateInsertionTrigger(text[_caret - 1]);
        return new TemplateCompletionProvider().ShouldTriggerCompletion(text, _caret, typed, _workspace.Options);
    }

    /// <summary>What is offered, in the order in which it is shown.</summary>
    public async Task<string[]> NamesAsync() => [.. (await ItemsAsync()).OrderBy(static item => item.SortText, StringComparer.Ordinal).Select(static item => item.DisplayText)];

    /// <summary>What is said of an item.</summary>
    public async Task<string> DescribeAsync(string name) =>
        (await _service.GetDescriptionAsync(_document, await FindAsync(name), TestContext.Current.CancellationToken))!.Text;

    /// <summary>The line of the caret, once an item was chosen.</summary>
    public async Task<string> ChooseAsync(string name)
    {
        var change = await _service.GetChangeAsync(_document, await FindAsync(name), cancellationToken: TestContext.Current.CancellationToken);
        var text = (await _document.GetTextAsync(TestContext.Current.CancellationToken)).WithChanges(change.TextChange);
        return text.Lines.GetLineFromPosition(_caret).ToString().Trim();
    }

    /// <summary>The item of a name.</summary>
    public async Task<CompletionItem> FindAsync(string name) => (await ItemsAsync()).Single(item => item.DisplayText == name);

    private async Task<IReadOnlyList<CompletionItem>> ItemsAsync() =>
        (await _service.GetCompletionsAsync(_document, _caret, cancellationToken: TestContext.Current.CancellationToken)).ItemsList;

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
