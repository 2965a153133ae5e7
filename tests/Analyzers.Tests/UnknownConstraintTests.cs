using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.RouteTemplateAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0004.</summary>
public sealed class UnknownConstraintTests
{
    [Fact]
    public Task Fires_with_the_nearest_name() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<id:{|#0:itn|}:min(1)>")]
            public static string Get(int id) => "";
        }
        """,
        "UPW0004",
        "The constraint 'itn' is none that routing knows; did you mean 'int'?");

    [Fact]
    public Task Fires_on_a_name_that_is_like_no_other() => Test.RunAsync(
        """
        [Route("/<floor:{|#0:zeppelin(2)|}>")]
        public static class Rooms
        {
            [HttpGet("/rooms")]
            public static string Get(string floor) => "";
        }
        """,
        "UPW0004",
        "The constraint 'zeppelin(2)' is none that routing knows; register it in RouteOptions.ConstraintMap, or use one of int, bool, datetime, decimal, double, float, guid, long, alpha, required, file, nonfile, min, max, range, minlength, maxlength, length, regex");

    [Theory]
    [InlineData(" int", "int")]
    [InlineData("int ", "int")]
    [InlineData("  itn", "int")]
    [InlineData("min(1) ", "min(1)")]
    public Task Fires_on_blanks_which_routing_takes_for_a_part_of_the_name(string constraint, string nearest) => Test.RunAsync(
        $$"""
        public static class Rooms
        {
            [HttpGet("/rooms/<id:{|#0:{{constraint}}|}:min(1)>")]
            public static string Get(int id) => "";
        }
        """,
        "UPW0004",
        $"The constraint '{constraint}' is none that routing knows; did you mean '{nearest}'?");

    [Fact]
    public Task Fires_in_ignored_parts() => Test.RunAsync(
        """
        [Route("/<_:{|UPW0004:lnog|}>")]
        public static class Rooms
        {
            [HttpGet("/{_:{|UPW0004:min(x)|}}-<_:{|UPW0004:min |}(1)>/<id:int>/<_..:{|UPW0004:flie|}>")]
            public static string Get(int id) => "";
        }
        """);

    [Theory]
    [InlineData("min(x)", "takes a whole number, as in 'min(1)'")]
    [InlineData("min", "takes a whole number, as in 'min(1)'")]
    [InlineData("int(3)", "takes no argument")]
    [InlineData("int()", "takes no argument")]
    [InlineData("range(5)", "takes two whole numbers, the smaller one first, as in 'range(1,10)'")]
    [InlineData("range(5,1)", "takes two whole numbers, the smaller one first, as in 'range(1,10)'")]
    [InlineData("length(-1)", "takes one or two whole numbers that are not negative, the smaller one first, as in 'length(2,8)'")]
    [InlineData("maxlength(3000000000)", "takes a whole number that is not negative, as in 'maxlength(8)'")]
    [InlineData("regex", "takes a regular expression, as in 'regex(^[a-z]+$)'")]
    public Task Fires_on_arguments(string constraint, string message) => Test.RunAsync(
        $$"""
        public static class Rooms
        {
            [HttpGet("/rooms/<id:{|#0:{{constraint}}|}>")]
            public static string Get(string id) => "";
        }
        """,
        "UPW0004",
        $"The constraint '{constraint}' {message}");

    [Fact]
    public Task Fires_on_a_regular_expression_that_is_none() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/{id:{|UPW0004:regex([a)|}}")]
            public static string Get(string id) => "";
        }
        """);

    [Theory]
    [InlineData("o.ConstraintMap.Add(\"slug\", typeof(object))")]
    [InlineData("o.ConstraintMap[Names.Slug] = typeof(object)")]
    [InlineData("o.SetParameterPolicy(\"slug\", typeof(Microsoft.AspNetCore.Routing.Constraints.AlphaRouteConstraint))")]
    [InlineData("o.SetParameterPolicy<Microsoft.AspNetCore.Routing.Constraints.AlphaRouteConstraint>(\"slug\")")]
    public Task Does_not_fire_on_one_that_the_project_registers(string registration) => Test.RunAsync(
        $$"""
        using Microsoft.AspNetCore.Routing;
        using Upwire;

        public static class Names
        {
            public const string Slug = "slug";

            public static void Register(RouteOptions o) => {{registration}};
        }

        public static class Rooms
        {
            [HttpGet("/rooms/<id:SLUG>")]
            public static string Get(string id) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_on_those_of_ASP_NET_Core() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/<a:INT:min(1):max(10):range(1,5)>/<b:length(2):length(2,8):minlength(0):maxlength(9)>/<c:regex(^[a-z]+$)>/<d:file>/<e:alpha:required>/<_:min( 1 ):range( 1 , 5 )>")]
            public static string Get(int a, string b, string c, string d, string e) => "";
        }
        """);
}
