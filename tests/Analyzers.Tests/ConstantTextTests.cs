using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Analyzers;

namespace Upwire.Analyzers.Tests;

public sealed class ConstantTextTests
{
    /// <summary>Expressions in which the source of a part of the value stands between '«' and '»', and that part.</summary>
    public static TheoryData<string, string> Expressions => new()
    {
        // Literals.
        { """ "/a/«<id»" """, "<id" },
        { """ "/\t\"\\\x41g/«>»" """, ">" },
        { """ "/«\u003e»b" """, ">" },
        { """ "/«\x3e»" """, ">" },
        { """ "/\e[\0/«>»" """, ">" },
        { """ "/😀\ud83d\ude00\U0001F600\U00000041/«>»b" """, ">" },
        { """ "/a«😀»/>" """, "😀" },
        { """ "/a«\ud83d\ude00»/>" """, "😀" },
        { """ "/a«\U0001F600»/>" """, "😀" },
        { """ @"/a""b\u/«>»" """, ">" },
        { """ @"/a«""»b" """, "\"" },
        { "@\"/a\r\n  b/«>»\"", ">" },
        { " \"\"\"/a\"\\u/«>»\"\"\" ", ">" },
        { " \"\"\"\"/a\"\"\"/«>»\"\"\"\" ", ">" },

        // Raw literals of several lines.
        { "\"\"\"\n    /a/«>»\n    \"\"\"", ">" },
        { "\"\"\"\n    /a\n\n  \n      b/«>»\n    \"\"\"", ">" },
        { "\"\"\"\n    /😀\n    \"«>»\n    \"\"\"", ">" },
        { "\"\"\"\n    /«a\n    b»\n    \"\"\"", "a\nb" },
        { "\"\"\"\r\n    /a\r\n    \r\n    b«>»\r\n    \"\"\"", ">" },
        { "\"\"\"\r\n    /«a\r\n    b»c\r\n    \"\"\"", "a\r\nb" },
        { "\"\"\"\u2028\t/a\u2028\t«>»\u2028\t\"\"\"", ">" },
        { "\"\"\"\n/a/«>»\n\"\"\"", ">" },

        // Sums.
        { """ "/a/" + "«<id»" """, "<id" },
        { """" "/a/" + ("b" + @"""«<id»") """", "<id" },
        { """ ("/a/«<id»") """, "<id" },
        { """ (("/a/" + "b") + ("c" + (("«>»")))) """, ">" },
        { """ "/«<i" + "d»" """, "<id" },
        { """ "/«<" + "i" + @"d»" + "/" """, "<id" },
        { """ "/" + «Broken» + "/b" """, "<id" },
        { """ "/" + «Broken» + "/b" """, "i" },
        { """ "/" + «Names.Long» + "/b" """, "ng" },
        { """ "/" + (Prefix + "«>»") + Prefix """, ">" },
        { """ "/" + «nameof(Names.Long)» + "/>" """, "Long" },
        { """ "/" + nameof(Names.Long) + "/«>»" """, ">" },
        { """ "/«<" + Names.Long» + "/b" """, "<lo" },
        { """ "/" + null + Nothing + "«>»" """, ">" },
        { """ "/a" + (IsLong ? "«>»" : "/b/c") + "/d" """, ">" },
        { """ "/a" + (IsLong ? "b" : "/b/c") + "/«>»" """, ">" },
        { """ «(string)"/a>"» """, ">" },

        // Names alone.
        { " «Broken» ", "<id" },
        { " («Names.Long») ", "o" },
        { " «nameof(Broken)» ", "r" },

        // Interpolated strings.
        { """ $"/{Prefix}/«<id»" """, "<id" },
        { """ $"/«{Broken}»/b" """, "<id" },
        { """ $"/«{ Names.Long }»/b" """, "on" },
        { """ $"/«{"<id"}»/b" """, "<id" },
        { """ $"/{Prefix}/«<id{Names.Long}»/b" """, "<idlong" },
        { """ $"/{Prefix}/\t\u0041\U0001F600/«>»{Empty}" """, ">" },
        { """ $"/{{a}}{Prefix}{{b}}/«>»" """, ">" },
        { """ $"/{{a}}{Prefix}/«{{id»" """, "{id" },
        { """ $"/{Prefix}/a«}}»" """, "}" },
        { """ $"/{Prefix}/«\U0001F600»/b" """, "😀" },
        { """ $@"/{Prefix}/a""{{b}}\u/«>»" """, ">" },
        { """ @$"/{Prefix}/a«""»b" """, "\"" },
        { " $\"\"\"/{Prefix}/\"a\\u/«>»\"\"\" ", ">" },
        { " $$\"\"\"/{{Prefix}}/{a}/«>»\"\"\" ", ">" },
        { " $$\"\"\"/{{Prefix}}/«{id»\"\"\" ", "{id" },
        { " $$\"\"\"/{«{{Broken}}»}\"\"\" ", "<id" },
        { "$$\"\"\"\n    /a{x{{Prefix}}/b\n\n     {c}{{Empty}}\n    «>»\n    \"\"\"", ">" },
        { "$\"\"\"\r\n    {Prefix}/b\r\n    {Prefix}/«>»\r\n    \"\"\"", ">" },
        { "$\"\"\"\r\n    {Prefix}/«b\r\n    {Prefix}»/\r\n    \"\"\"", "b\r\np" },
        { """ "/a" + $"{Prefix}" + (Names.Long + $"/{Prefix}«>»") + "/" """, ">" },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Finds_the_source_of_a_part(string marked, string part)
    {
        string source = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var expected = TextSpan.FromBounds(marked.IndexOf('«', StringComparison.Ordinal), marked.IndexOf('»', StringComparison.Ordinal) - 1);

        var (expression, value, model) = Compile(source);
        var span = ConstantText.Find(expression, value.IndexOf(part, StringComparison.Ordinal), part.Length, model);

        Assert.Equal(source.Substring(expected.Start, expected.Length), span is { } found ? expression.SyntaxTree.ToString().Substring(found.Start, found.Length) : null);
        Assert.Equal(expected.Start, span!.Value.Start - Before.Length);
    }

    [Theory]
    [InlineData(1, 9, "a")]
    [InlineData(2, 1, null)]
    [InlineData(1, 0, null)]
    public void Leaves_out_what_lies_outside(int start, int length, string? found)
    {
        var (expression, _, model) = Compile("\"/a\"");

        Assert.Equal(found, ConstantText.Find(expression, start, length, model) is { } span ? expression.SyntaxTree.ToString().Substring(span.Start, span.Length) : null);
    }

    [Fact]
    public void Reads_a_sum_of_any_length()
    {
        // The compiler's own limit is near; what it reads, is read here on any stack.
        string sum = string.Join(" + ", Enumerable.Repeat("\"a\"", 2_000)) + " + \">\"";
        var (expression, value, model) = Compile(sum);

        Assert.Equal(Before.Length + sum.Length - 2, ConstantText.Find(expression, value.Length - 1, 1, model)!.Value.Start);
    }

    private const string Before =
        """
        static class Names
        {
            public const string Long = "long";
        }

        static class Program
        {
            const bool IsLong = true;
            const string Prefix = "prefix";
            const string Broken = "<id";
            const string Empty = "";
            const string? Nothing = null;
            const string Value =
        """;

    private static (ExpressionSyntax Expression, string Value, SemanticModel Model) Compile(string expression)
    {
        var tree = CSharpSyntaxTree.ParseText($"{Before}{expression};\n}}", TestProgram.ParseOptions);
        var compilation = CSharpCompilation.Create("Program", [tree], TestProgram.References, TestProgram.CompilationOptions);
        Assert.DoesNotContain(compilation.GetDiagnostics(), static fault => fault.Severity == DiagnosticSeverity.Error);

        var value = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Last().Initializer!.Value;
        var model = compilation.GetSemanticModel(tree);
        return (value, (string)model.GetConstantValue(value).Value!, model);
    }
}
