using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.HandlerAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0030.</summary>
public sealed class NotCallableTests
{
    [Fact]
    public Task Fires_on_a_private_method() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            private string {|#0:List|}() => "";
        }
        """,
        "UPW0030",
        "'List' cannot be an endpoint's handler: it is not public or internal");

    [Fact]
    public Task Fires_on_a_filter_that_generated_code_cannot_name() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            [Filter<Shout>]
            public string {|#0:List|}() => "";

            private sealed class Shout : Microsoft.AspNetCore.Http.IEndpointFilter
            {
                public ValueTask<object?> InvokeAsync(Microsoft.AspNetCore.Http.EndpointFilterInvocationContext context, Microsoft.AspNetCore.Http.EndpointFilterDelegate next) => next(context);
            }
        }
        """,
        "UPW0030",
        "'List' cannot be an endpoint's handler: it has the attribute [Filter<Shout>], which generated code cannot repeat: it, or a type in its arguments, is private");

    [Fact]
    public Task Fires_on_an_attribute_that_generated_code_cannot_repeat() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms"), Kind(typeof(Hidden))]
            public string {|#0:List|}() => "";

            private sealed class Hidden;
        }

        public sealed class KindAttribute(Type type) : Attribute
        {
            public Type Type => type;
        }
        """,
        "UPW0030",
        "'List' cannot be an endpoint's handler: it has the attribute [Kind], which generated code cannot repeat: it, or a type in its arguments, is private");

    [Fact]
    public Task Says_nothing_of_attributes_that_are_no_metadata() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms", Verify = nameof(Verify))]
            [System.Diagnostics.CodeAnalysis.DynamicDependency(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.All, typeof(Hidden))]
            public Task Talk(WebSocketConnection connection) => Task.CompletedTask;

            [Secret]
            public bool Verify() => true;

            private sealed class SecretAttribute : Attribute;

            private sealed class Hidden;
        }
        """);

    [Fact]
    public Task Fires_on_a_private_method_of_private_types() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            private Room? {|UPW0030:Find|}() => null;

            private sealed class Room;
        }
        """);

    [Fact]
    public Task Fires_on_protected_methods() => Test.RunAsync(
        """
        public class Rooms
        {
            [HttpGet("/a")]
            protected string {|UPW0030:A|}() => "";

            [HttpGet("/b")]
            private protected string {|UPW0030:B|}() => "";
        }
        """);

    [Fact]
    public Task Fires_on_generic_methods() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string {|UPW0030:List|}<T>() => "";
        }
        """);

    [Fact]
    public Task Fires_on_abstract_methods() => Test.RunAsync(
        """
        public abstract class Rooms
        {
            [HttpGet("/rooms")]
            public abstract string {|UPW0030:List|}();
        }
        """);

    [Fact]
    public Task Fires_on_async_void() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public async void {|#0:List|}() => await Task.Yield();
        }
        """,
        "UPW0030",
        "'List' cannot be an endpoint's handler: it is 'async void', whose failures nobody sees; return Task");

    [Fact]
    public Task Fires_on_parameters_by_reference() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string {|UPW0030:A|}(ref int id) => "";

            [HttpGet("/b")]
            public string {|UPW0030:B|}(in int id) => "";

            [HttpGet("/c")]
            public string {|UPW0030:C|}(Span<int> ids) => "";
        }
        """);

    [Fact]
    public Task Fires_on_pointers() => Test.RunAsync(
        """
        public sealed unsafe class Rooms
        {
            [HttpPost("/a")]
            public string {|UPW0030:A|}(int*[] ids) => "";
        }
        """);

    [Fact]
    public Task Fires_on_accessors_and_operators() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            public string List
            {
                [HttpGet("/a")]
                {|#0:get|} => "";
            }
        }
        """,
        "UPW0030",
        "'get_List' cannot be an endpoint's handler: it is no ordinary method");

    [Fact]
    public Task Fires_on_local_functions_and_lambdas() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            public string List()
            {
                var lambda = [{|UPW0030:HttpGet("/a")|}] () => "";
                return Local() + lambda();

                [{|UPW0030:HttpGet("/b")|}]
                string Local() => "";
            }
        }
        """);

    [Fact]
    public Task Fires_in_an_extension_block() => Test.RunAsync(
        """
        public static class Rooms
        {
            extension(string name)
            {
                [HttpGet("/a")]
                public string {|UPW0030:List|}() => "";
            }
        }
        """);

    [Fact]
    public Task Does_not_fire_on_public_and_internal_methods() => Test.RunAsync(
        """
        public class Rooms
        {
            [HttpGet("/a")]
            public string A() => "";

            [HttpGet("/b")]
            internal static string B() => "";

            [HttpGet("/c")]
            protected internal virtual async Task C() => await Task.Yield();

            private async void Other() => await Task.Yield();
        }
        """);
}
