using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.CostlyCompressionAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0051.</summary>
public sealed class CostlyCompressionTests
{
    private const string Settings =
        """
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Upwire;

        """;

    [Fact]
    public Task Fires_on_an_endpoint() => Test.RunAsync(
        Settings +
        """
        internal static class Setup { internal static void Add(IServiceCollection services) => services.AddUpwire(o => o.WebSockets.MaxConnections = 50_000); }
        public sealed class A { [WebSocket("/a", Compression = {|#0:WebSocketCompression.ContextTakeover|})] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        """,
        "UPW0051",
        "With ContextTakeover each connection keeps some 300 KB, and MaxConnections allows 50,000 of them: 15,000 MB; PerMessage keeps nothing between messages");

    [Fact]
    public Task Fires_on_the_application() => Test.RunAsync(
        Settings +
        """
        internal static class Setup
        {
            private const int Many = 1_001;
            internal static void Add(IServiceCollection services, bool small) => services.AddUpwire(o =>
            {
                o.WebSockets.MaxConnections = 10;
                o.WebSockets.MaxConnections = Many;
                o.WebSockets.Compression = {|UPW0051:WebSocketCompression.ContextTakeover|};
            });
        }
        """);

    [Fact]
    public Task Does_not_fire_on_few_connections() => Test.RunAsync(
        Settings +
        """
        internal static class Setup { internal static void Add(IServiceCollection services) => services.AddUpwire(o => o.WebSockets.MaxConnections = 1_000); }
        public sealed class A { [WebSocket("/a", Compression = WebSocketCompression.ContextTakeover)] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        """);

    [Fact]
    public Task Does_not_fire_where_the_limit_is_not_known() => Test.RunAsync(
        Settings +
        """
        internal static class Setup { internal static void Add(IServiceCollection services, int n) => services.AddUpwire(o => o.WebSockets.MaxConnections = n); }
        public sealed class A { [WebSocket("/a", Compression = WebSocketCompression.ContextTakeover)] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        """);

    [Fact]
    public Task Does_not_fire_on_other_compression() => Test.RunAsync(
        Settings +
        """
        internal static class Setup
        {
            internal static void Add(IServiceCollection services) => services.AddUpwire(o =>
            {
                o.WebSockets.MaxConnections = 50_000;
                o.WebSockets.Compression = WebSocketCompression.PerMessage;
            });
        }
        public sealed class A { [WebSocket("/a", Compression = WebSocketCompression.PerMessage), WebSocket("/b")] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        """);
}
