using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer, Upwire.CodeFixes.FitTemplateCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>Templates that code fixes change where they are written: in literals of all kinds, sums and interpolated strings.</summary>
public sealed class TemplateArgumentTests
{
    [Theory]
    [InlineData(@"""/\u0061""", @"""/\u0061/<id:int>""")]
    [InlineData(@"""/a"" + ""/b""", @"""/a"" + ""/b/<id:int>""")]
    [InlineData(@"Path + @""/""""""", @"Path + @""/""""/<id:int>""")]
    [InlineData(@"$""{Path}/{{_}}""", @"$""{Path}/{{_}}/{{id:int}}""")]
    [InlineData(@"""""", @"""/<id:int>""")]
    public Task Adds_to_them(string before, string after) => Test.RunAsync(
        Program(before, "[FromRoute] int {|UPW0003:id|}"),
        Program(after, "[FromRoute] int id"));

    [Theory]
    [InlineData(@"Path + ""/<id:regex(\\d):bool:guid>""", @"Path + ""/<id:regex(\\d):int>""")]
    [InlineData(@"$""{Path}/<id:int:\u0062ool>""", @"$""{Path}/<id:int>""")]
    public Task Changes_constraints_in_them(string before, string after) => Test.RunAsync(
        Program(before, "int {|UPW0005:id|}"),
        Program(after, "int id"));

    [Theory]
    [InlineData(@"@""/""""/<id:int?>""", @"@""/""""/<id:int>""")]
    [InlineData(@"$@""{Path}/{{id?}}""", @"$@""{Path}/{{id}}""")]
    public Task Takes_from_them(string before, string after) => Test.RunAsync(
        Program(before, "int {|UPW0006:id|}"),
        Program(after, "int id"));

    private static string Program(string template, string parameter) => $$"""
        using Upwire;

        public sealed class Rooms
        {
            private const string Path = "/a";

            [HttpGet({{template}})]
            public string Get({{parameter}}) => "";
        }
        """;
}
