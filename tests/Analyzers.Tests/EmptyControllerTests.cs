using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.EmptyControllerAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0062.</summary>
public sealed class EmptyControllerTests
{
    private const string Filter =
        """
        public sealed class F : Microsoft.AspNetCore.Http.IEndpointFilter
        {
            public ValueTask<object?> InvokeAsync(Microsoft.AspNetCore.Http.EndpointFilterInvocationContext context, Microsoft.AspNetCore.Http.EndpointFilterDelegate next) => next(context);
        }
        """;

    [Fact]
    public Task Fires_on_a_method_without_an_attribute() => Test.RunAsync(
        """[Route("/rooms")] public sealed class {|#0:Rooms|} { private void Log() {} public string List() => ""; }""",
        "UPW0062",
        "'Rooms' has [Route] but no endpoint, so it answers nothing: no method has [HttpGet], [WebSocket] or another endpoint attribute; 'List' probably lacks one");

    [Fact]
    public Task Fires_on_an_empty_class() => Test.RunAsync(
        Filter + "[Filter<F>] public sealed class {|#0:Rooms|}(string name) { public string Name => name; }",
        "UPW0062",
        "'Rooms' has [Filter] but no endpoint, so it answers nothing: add a method with [HttpGet], [WebSocket] or another endpoint attribute");

    [Fact]
    public Task Fires_on_inherited_endpoints() => Test.RunAsync(
        """
        public class Shared { [HttpGet("/list")] public string List() => ""; }
        [Route("/rooms")] public sealed class {|#0:Rooms|} : Shared;
        """,
        "UPW0062",
        "'Rooms' has [Route] but no endpoint, so it answers nothing: the endpoints of 'Shared' are those of that class only, and are not inherited");

    [Fact]
    public Task Fires_on_a_static_class() => Test.RunAsync("""[Route("/rooms")] public static class {|UPW0062:Rooms|} { public static string List() => ""; }""");

    [Fact]
    public Task Does_not_fire_on_controllers() => Test.RunAsync(
        """
        [Route("/a")] public sealed class A { [HttpGet] public string Get() => ""; }
        [Route("/b")] public static class B { [HttpGet] public static string Get() => ""; }
        [Route("/c")] public sealed class C { [WebSocket] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        """);

    [Fact]
    public Task Does_not_fire_on_bases_of_controllers() => Test.RunAsync(
        """
        [Route("/a")] public abstract class A;
        [Route("/b")] public class B;
        [Route("/c")] public class C<T>;
        public sealed class Of { public sealed class Both : B { [HttpGet] public string Get() => ""; } }
        public sealed class OfC : C<int> { [HttpGet] public string Get() => ""; }
        """);

    [Fact]
    public Task Does_not_fire_on_controllers_of_MVC() => Test.RunAsync(
        """
        [Route("/a")] public class A : Microsoft.AspNetCore.Mvc.ControllerBase { public string Get() => ""; }
        [Microsoft.AspNetCore.Mvc.ApiController, Route("/b")] public class B { public string Get() => ""; }
        [Microsoft.AspNetCore.Mvc.Route("/c")] public class C { public string Get() => ""; }
        """);

    [Fact]
    public Task Does_not_fire_where_another_rule_says_more() => Test.RunAsync(
        """[Route("/a")] public class A { [Microsoft.AspNetCore.Mvc.HttpGet("x")] public string Get() => ""; }""");
}
