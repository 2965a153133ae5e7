using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.HandlerAnalyzer, Upwire.CodeFixes.CreateMethodCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mend of UPW0034.</summary>
public sealed class CreateMethodCodeFixTests
{
    [Fact]
    public Task Creates_what_refuses() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            // kept
            [WebSocket("/a", Verify = {|UPW0034:"Check"|})]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;

            public void B()
            {
            }
        }
        """,
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            // kept
            [WebSocket("/a", Verify = "Check")]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;

            public bool Check() => false;

            public void B()
            {
            }
        }
        """);

    [Fact]
    public Task Creates_what_nameof_names() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a", Verify = {|UPW0034:nameof({|CS0103:Check|})|})]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;
        }
        """,
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a", Verify = nameof(Check))]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;

            public bool Check() => false;
        }
        """);

    [Fact]
    public Task Creates_what_selects_nothing() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Upwire;

        public static class Rooms
        {
            [WebSocket("/a", SelectSubProtocol = {|UPW0034:"Choose"|})]
            public static Task A(WebSocketConnection socket)
            {
                return Task.CompletedTask;
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Upwire;

        public static class Rooms
        {
            [WebSocket("/a", SelectSubProtocol = "Choose")]
            public static Task A(WebSocketConnection socket)
            {
                return Task.CompletedTask;
            }

            public static string? Choose(IReadOnlyList<string> offered) => null;
        }
        """);

    [Fact]
    public Task Writes_as_the_file_does() => Test.RunAsync(
        """
        #nullable disable
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a", SelectSubProtocol = {|UPW0034:"event"|})]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;
        }
        """,
        """
        #nullable disable
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a", SelectSubProtocol = "event")]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;

            public string @event(IReadOnlyList<string> offered) => null;
        }
        """);

    [Fact]
    public Task Offers_nothing_where_there_is_a_member_or_no_name() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a", Verify = {|UPW0034:nameof(Check)|})]
            [WebSocket("/b", Verify = {|UPW0034:"no name"|})]
            [WebSocket("/c", Verify = {|UPW0034:nameof(Name)|})]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;

            public int Check() => 0;

            public string Name => "";
        }
        """,
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/a", Verify = {|UPW0034:nameof(Check)|})]
            [WebSocket("/b", Verify = {|UPW0034:"no name"|})]
            [WebSocket("/c", Verify = {|UPW0034:nameof(Name)|})]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;

            public int Check() => 0;

            public string Name => "";
        }
        """);
}
