using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.MvcAttributeAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0061.</summary>
public sealed class MvcAttributeTests
{
    [Fact]
    public Task Fires_beside_an_endpoint_of_ours() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/a")]
            public static string A() => "";

            [{|#0:Microsoft.AspNetCore.Mvc.HttpGet|}("/b")]
            public static string B() => "";
        }
        """,
        "UPW0061",
        "[HttpGet] is Microsoft.AspNetCore.Mvc's here, and does nothing on 'B', which is no controller of MVC; use Upwire's [HttpGet]");

    [Fact]
    public Task Fires_on_a_prefix_and_in_a_class_that_has_ours() => Test.RunAsync(
        """
        [{|UPW0061:Microsoft.AspNetCore.Mvc.Route|}("/floors")]
        [Route("/rooms")]
        public static class Rooms
        {
            [{|UPW0061:Microsoft.AspNetCore.Mvc.AcceptVerbs|}("GET", "PUT")]
            public static string B() => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_on_what_is_MVCs_business() => Test.RunAsync(
        """
        [Microsoft.AspNetCore.Mvc.ApiController]
        [Microsoft.AspNetCore.Mvc.Route("/rooms")]
        public sealed class Rooms : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            [Microsoft.AspNetCore.Mvc.HttpGet("/a")]
            public string A() => "";
        }

        public static class Others
        {
            [Microsoft.AspNetCore.Mvc.HttpGet("/b")]
            public static string B() => "";
        }

        public static class Ours
        {
            [HttpGet("/c/<id>")]
            [Microsoft.AspNetCore.Mvc.Produces("application/json")]
            public static string C([Microsoft.AspNetCore.Mvc.FromRoute] string id) => id;
        }
        """);
}
