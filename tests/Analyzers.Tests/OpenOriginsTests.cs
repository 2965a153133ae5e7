using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.OpenOriginsAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0050.</summary>
public sealed class OpenOriginsTests
{
    private const string Cookies =
        """
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.Extensions.DependencyInjection;
        using Upwire;
        internal static class Setup { internal static void Add(IServiceCollection services) => services.AddAuthentication().AddCookie(); }

        """;

    [Fact]
    public Task Fires_on_a_handler_with_Authorize() => Test.RunAsync(
        """[Route("/rooms")] public sealed class Rooms { [Microsoft.AspNetCore.Authorization.Authorize, WebSocket("/<id>", Origins = [{|#0:"*"|}])] public Task Join(int id, WebSocketConnection socket) => Task.CompletedTask; }""",
        "UPW0050",
        "A page of any site may open '/rooms/<id>' with the cookies of the user who looks at it, and talk in that user's name: it asks for a user by [Authorize]; name the origins, or leave them out to allow pages of this application only");

    [Fact]
    public Task Fires_beside_cookies() => Test.RunAsync(
        Cookies + """public sealed class Rooms { [WebSocket("/rooms", Origins = new[] { "https://example.com", {|#0:"*"|} })] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }""",
        "UPW0050",
        "A page of any site may open '/rooms' with the cookies of the user who looks at it, and talk in that user's name: the application signs users in by a cookie (AddCookie); name the origins, or leave them out to allow pages of this application only");

    [Fact]
    public Task Fires_where_a_class_asks_for_a_user() => Test.RunAsync(
        """
        public sealed class MembersAttribute : Microsoft.AspNetCore.Authorization.AuthorizeAttribute;
        [Members] public abstract class Shared;
        public sealed class A : Shared { [WebSocket("/a", Origins = [{|UPW0050:"*"|}])] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        [Members] public sealed class B
        {
            private const string Any = "*";
            [WebSocket("/b", Origins = {|UPW0050:[Any]|})] public Task Join(WebSocketConnection socket) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Fires_on_options_that_open_all_of_them() => Test.RunAsync(
        Cookies + """
        internal static class More
        {
            private const string Any = "*";

            internal static void Add(IServiceCollection services)
            {
                services.AddUpwire(options => options.WebSockets.Origins = ["https://example.com", {|#0:"*"|}]);
                services.Configure<UpwireWebSocketOptions>(options => options.Origins = new[] { {|UPW0050:Any|} });
            }
        }

        [Authorize(AuthenticationSchemes = "Bearer")] public sealed class A { [WebSocket("/a")] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        public sealed class C { [WebSocket("/c")] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        public sealed class B { [WebSocket("/b")] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        """,
        "UPW0050",
        "A page of any site may open '/b' with the cookies of the user who looks at it, and talk in that user's name: the application signs users in by a cookie (AddCookie); name the origins, or leave them out to allow pages of this application only");

    [Fact]
    public Task Does_not_fire_on_options_where_no_endpoint_is_at_risk() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Upwire;

        internal static class Setup
        {
            internal static void Add(IServiceCollection services) => services.AddUpwire(options => options.WebSockets.Origins = ["*"]);
            internal static void AddOthers(Other other) => other.Origins = ["*"];
        }

        internal sealed class Other { public string[] Origins { get; set; } = []; }

        public sealed class A { [WebSocket("/a")] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }

        [Microsoft.AspNetCore.Authorization.Authorize]
        public sealed class B { [WebSocket("/b", Origins = ["https://example.com"])] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        """);

    [Fact]
    public Task Does_not_fire_without_a_user() => Test.RunAsync(
        """
        public sealed class A { [WebSocket("/a", Origins = ["*"])] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }
        [Microsoft.AspNetCore.Authorization.Authorize] public sealed class B
        {
            [Microsoft.AspNetCore.Authorization.AllowAnonymous, WebSocket("/b", Origins = ["*"])] public Task Join(WebSocketConnection socket) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Does_not_fire_on_named_origins() => Test.RunAsync(
        Cookies + """[Authorize] public sealed class Rooms { [WebSocket("/a", Origins = ["https://*.example.com"]), WebSocket("/b")] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }""");

    [Fact]
    public Task Does_not_fire_where_a_token_is_asked_for() => Test.RunAsync(
        Cookies + """[Authorize(AuthenticationSchemes = "Bearer")] public sealed class Rooms { [WebSocket("/a", Origins = ["*"])] public Task Join(WebSocketConnection socket) => Task.CompletedTask; }""");
}
