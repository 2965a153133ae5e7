using System.Collections.Frozen;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Docs.Tests.Markdown;

namespace Upwire.Docs.Tests.Compiling;

/// <summary>
/// Makes files of blocks. Code with using directives is a file as it stands, with nothing around it but what its page says. All other code is a
/// fragment: its members and statements are those of a class, its types stand beside it, the usual namespaces are there, and so are the
/// things that the pages talk about (the folder Vocabulary), except for what the fragment declares itself.
/// </summary>
internal sealed class Stage
{
    /// <summary>Said of fragments only because they are some.</summary>
    public static readonly FrozenSet<string> Tolerated = FrozenSet.Create("CS1998", "CS0219", "CS0168", "CS8321", "CS0162");

    private const string Context = "AppJsonContext";

    private static readonly CSharpParseOptions ScriptOptions = WholeProgram.ParseOptions.WithKind(SourceCodeKind.Script);
    private static readonly string Folder = Path.Combine(Documentation.Root, "tests/Docs.Tests/Vocabulary");
    private static readonly string Usings = File.ReadAllText(Path.Combine(Folder, "Usings.cs"));
    private static readonly string AspNetCoreUsings = File.ReadAllText(Path.Combine(Folder, "AspNetCoreUsings.cs"));
    private static readonly CompilationUnitSyntax Vocabulary = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Folder, "Rooms.cs")), ScriptOptions).GetCompilationUnitRoot();

    private readonly IReadOnlyList<CodeBlock> _blocks;
    private readonly List<(string Path, string Text)> _files = [];
    private readonly StringBuilder _attributes = new();
    private readonly StringBuilder _members = new();
    private readonly StringBuilder _statements = new();
    private readonly StringBuilder _types = new();
    private readonly HashSet<string> _declared = [];

    public Stage(IReadOnlyList<CodeBlock> blocks)
    {
        _blocks = blocks;
        foreach (var block in blocks)
        {
            Add(block);
        }
    }

    /// <summary>Whether a part of it is no file by itself.</summary>
    public bool IsFragment { get; private set; }

    /// <param name="directive">A line that stands before all else of each file.</param>
    public IReadOnlyList<SyntaxTree> ToFiles(string directive)
    {
        var files = _files.Select(file => Parse(directive + "\n" + file.Text, file.Path)).ToList();
        if (IsFragment)
        {
            string usings = _blocks.Any(static block => block.Directive.IsOfAspNetCore) ? AspNetCoreUsings : Usings;
            files.Add(Parse($"{directive}\n{usings}\n{_attributes}\npublic sealed partial class Stage\n{{\n{_members}\n}}\n{_types}", "fragment.cs"));
            files.Add(Parse($"{directive}\n{usings}\npublic sealed partial class Stage\n{{\nprivate async Task RunAsync(string[] args)\n{{\n{_statements}\n}}\n}}", "statements.cs"));
            files.Add(Parse(WriteVocabulary(), "Rooms.cs"));
        }

        return files;
    }

    private void Add(CodeBlock block)
    {
        string code = Elisions.Fill(block.Text);
        if (CSharpSyntaxTree.ParseText(code, WholeProgram.ParseOptions).GetCompilationUnitRoot().Usings.Count > 0)
        {
            _files.Add(($"{block}", $"#line {block.Line} \"{block.Page}\"\n{code}"));
            if (block.Directive.Unseen.Length > 0)
            {
                _files.Add(("unseen.cs", block.Directive.Unseen));
            }

            return;
        }

        IsFragment = true;
        Sort(code, block);
        Sort(block.Directive.Unseen, block with { Line = block.Line - 1 - block.Directive.Unseen.Split('\n').Length });
    }

    private void Sort(string code, CodeBlock block)
    {
        var root = CSharpSyntaxTree.ParseText(code, ScriptOptions).GetCompilationUnitRoot();
        foreach (var attribute in root.AttributeLists)
        {
            Append(_attributes, attribute, block);
        }

        foreach (var member in root.Members)
        {
            Append(MembersOf(member), member, block);
            _declared.UnionWith(NamesOf(member));
        }

        // What is no code to a script either, such as a brace too many, is for the compiler to complain of.
        Append(_types, root.EndOfFileToken, block);
    }

    private StringBuilder MembersOf(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax => _statements,
        FieldDeclarationSyntax { Modifiers.Count: 0, AttributeLists.Count: 0 } => _statements,
        BaseTypeDeclarationSyntax or DelegateDeclarationSyntax when !member.Modifiers.Any(SyntaxKind.PrivateKeyword) => _types,
        _ => _members,
    };

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        FieldDeclarationSyntax { Modifiers.Count: > 0 } field => field.Declaration.Variables.Select(static variable => variable.Identifier.ValueText),
        _ => [],
    };

    private static void Append(StringBuilder file, SyntaxNodeOrToken part, CodeBlock block)
    {
        // From the first line on, indentation and all: a column tells where in the page it is, too.
        int line = block.Line + part.SyntaxTree!.GetLineSpan(part.FullSpan).StartLinePosition.Line;
        file.Append(FormattableString.Invariant($"\n#line {line} \"{block.Page}\"\n{part.ToFullString()}\n#line default\n"));
    }

    // A context is generated: only for those that name it.
    private string WriteVocabulary()
    {
        bool namesContext = _blocks.Any(static block => block.Text.Contains(Context, StringComparison.Ordinal));
        var words = Vocabulary.Members
            .Where(word => !NamesOf(word).Any(name => _declared.Contains(name) || (name == Context && !namesContext)))
            .ToLookup(static word => word is BaseTypeDeclarationSyntax);
        return $"#pragma warning disable\n{Usings}\npublic sealed partial class Stage\n{{\n{string.Concat(words[false])}\n}}\n{string.Concat(words[true])}";
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, WholeProgram.ParseOptions, path);
}
