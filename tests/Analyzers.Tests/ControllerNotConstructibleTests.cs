using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ControllerAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0032.</summary>
public sealed class ControllerNotConstructibleTests
{
    [Fact]
    public Task Fires_once_on_an_abstract_class() => Test.RunAsync(
        """
        public abstract class {|#0:Rooms|}
        {
            [HttpGet("/a")]
            public string A() => "";

            [HttpGet("/b")]
            [HttpPost("/b")]
            public string B() => "";
        }
        """,
        "UPW0032",
        "'Rooms' cannot be a controller: it is abstract");

    [Fact]
    public Task Fires_where_a_method_that_the_handshake_asks_is_not_static() => Test.RunAsync(
        """
        public abstract class {|UPW0032:Rooms|}
        {
            [WebSocket("/a", Verify = nameof(Check))]
            public static void A([FromMessage] string text) { }

            public bool Check() => true;
        }

        public abstract class Others
        {
            [WebSocket("/b", Verify = nameof(Check))]
            public static void B([FromMessage] string text) { }

            public static bool Check() => true;
        }
        """);

    [Fact]
    public Task Fires_where_static_handlers_have_a_lifetime() => Test.RunAsync(
        """
        public abstract class {|UPW0032:Rooms|} : IWebSocketLifetime
        {
            [WebSocket("/a")]
            public static void A([FromMessage] string text) { }
        }

        public abstract class Others : IWebSocketLifetime
        {
            [HttpGet("/b")]
            public static string B() => "";
        }
        """);

    [Fact]
    public Task Fires_on_generic_classes() => Test.RunAsync(
        """
        public sealed class {|UPW0032:Rooms|}<T>
        {
            [HttpGet("/a")]
            public static string A() => "";
        }
        """);

    [Fact]
    public Task Fires_inside_generic_classes() => Test.RunAsync(
        """
        public static class Outer<T>
        {
            public sealed class {|UPW0032:Rooms|}
            {
                [HttpGet("/a")]
                public string A() => "";
            }
        }
        """);

    [Fact]
    public Task Fires_on_nested_private_classes() => Test.RunAsync(
        """
        public static class Outer
        {
            private sealed class {|UPW0032:Rooms|}
            {
                [HttpGet("/a")]
                public string A() => "";
            }
        }
        """);

    [Fact]
    public Task Fires_on_file_classes() => Test.RunAsync(
        """
        file sealed class {|UPW0032:Rooms|}
        {
            [HttpGet("/a")]
            public string A() => "";
        }
        """);

    [Fact]
    public Task Fires_on_interfaces() => Test.RunAsync(
        """
        public interface {|UPW0032:Rooms|}
        {
            [HttpGet("/a")]
            public static string A() => "";
        }
        """);

    [Fact]
    public Task Fires_on_several_constructors() => Test.RunAsync(
        """
        public sealed class {|#0:Rooms|}
        {
            public Rooms()
            {
            }

            public Rooms(IServiceProvider services)
            {
            }

            [HttpGet("/a")]
            public string A() => "";
        }
        """,
        "UPW0032",
        "'Rooms' cannot be a controller: it has no constructor to choose: make one of them public, or mark one with [ActivatorUtilitiesConstructor]");

    [Fact]
    public Task Fires_on_private_constructors() => Test.RunAsync(
        """
        public sealed class {|UPW0032:Rooms|}
        {
            private Rooms()
            {
            }

            [HttpGet("/a")]
            public string A() => "";
        }
        """);

    [Fact]
    public Task Fires_on_constructors_with_values() => Test.RunAsync(
        """
        public sealed class {|UPW0032:Rooms|}(int count)
        {
            [HttpGet("/a")]
            public string A() => $"{count}";
        }
        """);

    [Fact]
    public Task Fires_on_required_members() => Test.RunAsync(
        """
        public sealed class {|UPW0032:Rooms|}
        {
            public required string Name { get; init; }

            [HttpGet("/a")]
            public string A() => "";
        }
        """);

    [Fact]
    public Task Fires_on_attributes_that_cannot_be_repeated() => Test.RunAsync(
        """
        file sealed class SecretAttribute : Attribute;

        [Secret]
        public sealed class {|#0:Rooms|}
        {
            [HttpGet("/a")]
            public string A() => "";
        }
        """,
        "UPW0032",
        "'Rooms' cannot be a controller: it has the attribute [Secret], which generated code cannot repeat: it, or a type in its arguments, is private");

    [Fact]
    public Task Fires_on_private_types_in_attributes() => Test.RunAsync(
        """
        public sealed class LevelAttribute(object level) : Attribute
        {
            public object Level => level;
        }

        public static class Outer
        {
            private enum Level
            {
                High,
            }

            [Level(new[] { Level.High })]
            public sealed class {|UPW0032:Rooms|}
            {
                [HttpGet("/a")]
                public string A() => "";
            }
        }
        """);

    [Fact]
    public Task Does_not_fire_on_static_handlers() => Test.RunAsync(
        """
        public abstract class Rooms
        {
            [HttpGet("/a")]
            public static string A() => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_on_classes_without_endpoints() => Test.RunAsync(
        """
        public abstract class Rooms<T>
        {
            public string A() => "";
        }

        internal sealed class Others(IServiceProvider services, string? name = null)
        {
            [HttpGet("/a")]
            public string A() => "";
        }
        """);
}
