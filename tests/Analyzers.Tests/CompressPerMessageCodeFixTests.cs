using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.CostlyCompressionAnalyzer, Upwire.CodeFixes.CompressPerMessageCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mend of UPW0051.</summary>
public sealed class CompressPerMessageCodeFixTests
{
    [Fact]
    public Task Compresses_each_message_for_itself() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Upwire;
        using static Upwire.WebSocketCompression;

        public sealed class Rooms
        {
            [WebSocket("/a", Compression = {|UPW0051:WebSocketCompression.ContextTakeover|} /* kept */)]
            [WebSocket("/b", Compression = {|UPW0051:ContextTakeover|})]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            internal static void Add(IServiceCollection services) => services.AddUpwire(o =>
            {
                o.WebSockets.MaxConnections = 50_000;
                o.WebSockets.Compression = {|UPW0051:Upwire.WebSocketCompression.ContextTakeover|};
            });
        }
        """,
        """
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Upwire;
        using static Upwire.WebSocketCompression;

        public sealed class Rooms
        {
            [WebSocket("/a", Compression = WebSocketCompression.PerMessage /* kept */)]
            [WebSocket("/b", Compression = PerMessage)]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            internal static void Add(IServiceCollection services) => services.AddUpwire(o =>
            {
                o.WebSockets.MaxConnections = 50_000;
                o.WebSockets.Compression = Upwire.WebSocketCompression.PerMessage;
            });
        }
        """);

    [Fact]
    public Task Offers_nothing_for_a_constant()
    {
        const string Program =
            """
            using System.Threading.Tasks;
            using Microsoft.Extensions.DependencyInjection;
            using Upwire;

            public sealed class Rooms
            {
                private const WebSocketCompression Smallest = WebSocketCompression.ContextTakeover;

                [WebSocket("/a", Compression = {|UPW0051:Smallest|})]
                public Task Join(WebSocketConnection socket) => Task.CompletedTask;

                internal static void Add(IServiceCollection services) => services.AddUpwire(o => o.WebSockets.MaxConnections = 50_000);
            }
            """;

        return Test.RunAsync(Program, Program);
    }
}
