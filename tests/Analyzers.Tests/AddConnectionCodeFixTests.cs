using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.HandlerAnalyzer, Upwire.CodeFixes.AddConnectionCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mend of UPW0033.</summary>
public sealed class AddConnectionCodeFixTests
{
    [Fact]
    public Task Adds_a_connection() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task {|UPW0033:A|}() => Task.CompletedTask;

            [WebSocket("/b/<id>")]
            public Task {|UPW0033:B|}(int id) => Task.CompletedTask;
        }
        """,
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;

            [WebSocket("/b/<id>")]
            public Task B(int id, WebSocketConnection socket) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Adds_it_before_the_token() => Test.RunAsync(
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task {|UPW0033:A|}(CancellationToken stop) => Task.CompletedTask;

            [WebSocket("/b/<id>")]
            public Task {|UPW0033:B|}(int id, CancellationToken stop = default) => Task.CompletedTask;
        }
        """,
        """
        using System.Threading;
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task A(WebSocketConnection socket, CancellationToken stop) => Task.CompletedTask;

            [WebSocket("/b/<id>")]
            public Task B(int id, WebSocketConnection socket, CancellationToken stop = default) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_base_class_says_what_a_handler_takes()
    {
        const string Program = """
            using System.Threading.Tasks;
            using Upwire;

            public abstract class Base
            {
                public abstract Task Join(int id);
            }

            public sealed class Rooms : Base
            {
                [WebSocket("/a")]
                public override Task {|UPW0033:Join|}(int id) => Task.CompletedTask;
            }
            """;

        return Test.RunAsync(Program, Program);
    }

    [Fact]
    public Task Adds_the_using() => Test.RunAsync(
        """
        using System.Threading.Tasks;

        public sealed class Rooms
        {
            [Upwire.WebSocket("/a")]
            public Task {|UPW0033:A|}() => Task.CompletedTask;
        }
        """,
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [Upwire.WebSocket("/a")]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Takes_a_name_that_is_free() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task {|UPW0033:A|}(int socket) => Task.CompletedTask;
        }
        """,
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task A(int socket, WebSocketConnection connection) => Task.CompletedTask;
        }
        """);
}
