using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0005.</summary>
public sealed class ConstraintTypeTests
{
    [Fact]
    public Task Fires_on_the_parameter_and_says_both_mends() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<id:int>")]
            public static string Get(Guid {|#0:id|}) => "";
        }
        """,
        "UPW0005",
        "The template lets pass 'int' for 'id', but no such text is a 'Guid'; write '<id:guid>', or take 'int'");

    [Theory]
    [InlineData("guid", "int")]
    [InlineData("guid", "long?")]
    [InlineData("guid", "bool")]
    [InlineData("int", "bool")]
    [InlineData("int", "DateTime")]
    [InlineData("alpha", "int")]
    [InlineData("alpha", "Guid")]
    [InlineData("bool", "decimal")]
    [InlineData("bool", "long")]
    [InlineData("datetime", "int")]
    [InlineData("min(300)", "byte")]
    [InlineData("max(-1)", "uint")]
    [InlineData("length(10)", "Guid")]
    [InlineData("minlength(2)", "char")]
    public Task Fires_for(string constraint, string type) => Test.RunAsync(
        $$"""
        public static class Rooms
        {
            [HttpGet("/rooms/<id:{{constraint}}{{(type.EndsWith('?') ? "?" : "")}}>")]
            public static string Get({{type}} {|UPW0005:id|}) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_for_a_type_with_a_parser_of_the_project() => Test.RunAsync(
        """
        using System;
        using Upwire;

        [assembly: Parser<Numbered>]

        public sealed class Numbered
        {
            public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Guid value)
            {
                value = Guid.Empty;
                return true;
            }
        }

        public static class Rooms
        {
            [HttpGet("/rooms/<id:int>")]
            public static string Get(Guid id) => "";

            [HttpGet("/halls/<id:int?>")]
            public static string Find(Guid? id) => "";

            [HttpGet("/floors/<id:guid>")]
            public static string Floor(int {|UPW0005:id|}) => "";
        }
        """);

    [Theory]
    [InlineData("int", "string")]
    [InlineData("int", "long")]
    [InlineData("int", "byte")]
    [InlineData("int", "decimal")]
    [InlineData("int", "double")]
    [InlineData("int", "char")]
    [InlineData("int", "DayOfWeek")]
    [InlineData("int", "TimeSpan")]
    [InlineData("long:min(1)", "int")]
    [InlineData("decimal", "int")]
    [InlineData("decimal", "DateTime")]
    [InlineData("alpha", "bool")]
    [InlineData("alpha", "double")]
    [InlineData("alpha", "DayOfWeek")]
    [InlineData("guid", "Guid")]
    [InlineData("length(36)", "Guid")]
    [InlineData("datetime", "DateOnly")]
    [InlineData("regex(^x$)", "int")]
    public Task Does_not_fire_for(string constraint, string type) => Test.RunAsync(
        $$"""
        public static class Rooms
        {
            [HttpGet("/rooms/<id:{{constraint}}>")]
            public static string Get({{type}} id) => "";
        }
        """);
}
