using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.HandlerAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0034.</summary>
public sealed class HandshakeMethodTests
{
    [Fact]
    public Task Fires_on_a_name_of_nothing() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms", Verify = {|#0:"Chek"|})]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            public bool Check() => true;
        }
        """,
        "UPW0034",
        "'Chek' is no method for Verify: 'Rooms' has none of that name; did you mean 'Check'?");

    [Theory]
    [InlineData("Verify", "private bool Ask() => true;", "it is not public or internal")]
    [InlineData("Verify", "protected bool Ask() => true;", "it is not public or internal")]
    [InlineData("Verify", "public bool Ask() => true; public bool Ask(int id) => true;", "'Rooms' has several of that name")]
    [InlineData("Verify", "public bool Ask<T>() => true;", "it is generic")]
    [InlineData("Verify", "public bool Ask(ref int id) => true;", "it has a 'ref', 'out' or 'in' parameter")]
    [InlineData("Verify", "public int Ask() => 0;", "it returns 'int', and not bool, IResult?, or a Task or ValueTask of one of them")]
    [InlineData("Verify", "public bool? Ask() => null;", "it returns 'bool?', and not bool, IResult?, or a Task or ValueTask of one of them")]
    [InlineData("Verify", "public void Ask() { }", "it returns 'void', and not bool, IResult?, or a Task or ValueTask of one of them")]
    [InlineData("Verify", "public object Ask() => true;", "it returns 'object', and not bool, IResult?, or a Task or ValueTask of one of them")]
    [InlineData("Verify", "public Task Ask() => Task.CompletedTask;", "it returns 'Task', and not bool, IResult?, or a Task or ValueTask of one of them")]
    [InlineData("Verify", "public Task<bool>? Ask() => null;", "it returns 'Task<bool>?', and not bool, IResult?, or a Task or ValueTask of one of them")]
    [InlineData("Verify", "private bool b; public ref bool Ask() => ref b;", "it returns 'bool', and not bool, IResult?, or a Task or ValueTask of one of them")]
    [InlineData("Verify", "public string Ask() => \"\";", "it returns 'string', and not bool, IResult?, or a Task or ValueTask of one of them")]
    [InlineData("Verify", "public bool Ask(WebSocketConnection socket) => true;", "it takes 'socket', and there is no connection yet")]
    [InlineData("Verify", "public bool Ask(System.Net.WebSockets.WebSocket socket) => true;", "it takes 'socket', and there is no connection yet")]
    [InlineData("Verify", "public bool Ask(int id, Stream stream) => true;", "it takes 'stream', and there is no connection yet")]
    [InlineData("Verify", "public bool Ask([FromMessage] string text) => true;", "it takes 'text', and there is no connection yet")]
    [InlineData("Verify", "public bool Ask(IAsyncEnumerable<string> texts) => true;", "it takes 'texts', and there is no connection yet")]
    [InlineData("Verify", "public bool Ask(System.IO.Pipelines.PipeReader reader) => true;", "it takes 'reader', and there is no connection yet")]
    [InlineData("Verify", "public bool Ask => true;", "'Rooms' has none of that name")]
    [InlineData("SelectSubProtocol", "public bool Ask() => true;", "it returns 'bool', and not string?, or a Task or ValueTask of one")]
    [InlineData("SelectSubProtocol", "public string[] Ask() => [];", "it returns 'string[]', and not string?, or a Task or ValueTask of one")]
    [InlineData("SelectSubProtocol", "public string? Ask(WebSocketConnection socket) => null;", "it takes 'socket', and there is no connection yet")]
    public Task Fires_on_each(string setting, string method, string reason) => Test.RunAsync(
        $$"""
        public class Rooms
        {
            [WebSocket("/rooms", {{setting}} = {|#0:nameof(Ask)|})]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            {{method}}
        }
        """,
        "UPW0034",
        $"'Ask' is no method for {setting}: {reason}");

    [Fact]
    public Task Fires_on_both_and_on_an_empty_name() => Test.RunAsync(
        """
        public static class Rooms
        {
            [WebSocket("/rooms", Verify = {|UPW0034:""|}, SelectSubProtocol = {|UPW0034:"ToString"|})]
            public static Task Join(WebSocketConnection socket) => Task.CompletedTask;
        }
        """);

    [Theory]
    [InlineData("public bool Ask() => true;")]
    [InlineData("internal static async Task<bool> Ask() => await Task.FromResult(true);")]
    [InlineData("public ValueTask<bool> Ask(CancellationToken stop) => new(true);")]
    [InlineData("public IResult? Ask(HttpContext context, HttpRequest request, HttpResponse response, ClaimsPrincipal user) => null;")]
    [InlineData("public Task<IResult?> Ask(IServiceProvider services, [FromHeader] string token, int page = 1) => null!;")]
    [InlineData("public ValueTask<NotFound?> Ask([FromServices] Stream stream) => default;")]
    [InlineData("public Results<Ok, NotFound>? Ask() => null;")]
    [InlineData("public async Task<Results<Ok, NotFound>?> Ask() => await Task.FromResult((Results<Ok, NotFound>?)null);")]
    [InlineData("public Answer? Ask() => null; public struct Answer : IResult { public Task ExecuteAsync(HttpContext context) => Task.CompletedTask; }")]
    [InlineData("public Answer Ask() => new(); public class Answer : IResult { public Task ExecuteAsync(HttpContext context) => Task.CompletedTask; public static implicit operator bool(Answer answer) => true; }")]
    [InlineData("public bool Ask(int socket, string id, [AsParameters] Paging paging, string[] tags) => true; public sealed record Paging(int Size, HttpContext Context, CancellationToken Stop);")]
    [InlineData("public bool Ask([System.ComponentModel.DataAnnotations.Range(1, 9)] int id, string controller, string subProtocol) => true;")]
    [InlineData("public bool Ask([AsParameters] Paging paging, Paging custom, int size) => true; public sealed record Paging([property: System.ComponentModel.DataAnnotations.Range(1, 9)] int Size) { public static ValueTask<Paging?> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter) => default; }")]
    [InlineData("internal static bool Ask(Paging? custom) => true; public sealed record Paging { public static ValueTask<Paging?> BindAsync(HttpContext context, System.Reflection.ParameterInfo parameter) => default; }")]
    [InlineData("public bool Ask(int a, int b, int c, int d, int e, int f, int g, int h, int i) => true;")]
    [InlineData("public bool @ask() => true; public bool Ask() => true; private bool Ask(int id) => true;")]
    public Task Does_not_fire_on_a_method_that_verifies(string method) => Test.RunAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Security.Claims;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.HttpResults;
        using Upwire;

        public class Rooms
        {
            [WebSocket("/rooms/<id>", Verify = nameof(Ask))]
            public Task Join(int id, WebSocketConnection socket, string? tags) => Task.CompletedTask;

            {{method}}
        }
        """);

    [Fact]
    public Task Does_not_fire_where_methods_take_the_same_in_other_ways() => Test.RunAsync(
        """
        using System.ComponentModel.DataAnnotations;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Paging([property: Range(1, 9)] int Size, int Page = 1);

        public sealed class Rooms : IWebSocketLifetime
        {
            [WebSocket("/rooms/<id>/<name>", Verify = nameof(Check), SelectSubProtocol = nameof(Choose))]
            public string Join([Range(1, 9)] int id, [FromMessage, MaxLength(3)] string text, [AsParameters] Paging paging, [FromHeader(Name = "name")] string name, CancellationToken stop) => text;

            public bool Check(int id, string text, [AsParameters] Paging paging, string name, CancellationToken stop) => true;
            public string? Choose([Range(1, 5)] int id, [MinLength(2)] string text, [AsParameters, MaxLength(9)] Paging paging, [FromRoute] string name, string? nameArgument, string webSocket) => null;
        }
        """);

    [Theory]
    [InlineData("public string? Ask(IReadOnlyList<string> offered) => null;")]
    [InlineData("public string Ask(IEnumerable<string> offered, string id) => \"\";")]
    [InlineData("public static Task<string?> Ask(string[] id, IReadOnlyCollection<string?> tags, [FromQuery] string[] more) => null!;")]
    [InlineData("public async ValueTask<string> Ask() => await Task.FromResult(\"\");")]
    public Task Does_not_fire_on_a_method_that_selects(string method) => Test.RunAsync(
        $$"""
        public class Rooms
        {
            [WebSocket("/rooms/<id>", SelectSubProtocol = nameof(Ask))]
            public Task Join(string id, WebSocketConnection socket) => Task.CompletedTask;

            {{method}}
        }
        """);

    [Fact]
    public Task Does_not_fire_on_a_method_of_a_base() => Test.RunAsync(
        """
        public abstract class Base
        {
            protected internal static bool Check() => true;
            public virtual string? Choose() => null;
            private bool Admit(int id) => true;
            public bool Hidden() => true;
        }

        public sealed class Rooms : Base
        {
            [WebSocket("/a", Verify = nameof(Check), SelectSubProtocol = nameof(Choose))]
            [WebSocket("/b", Verify = nameof(Admit))]
            [WebSocket("/c", Verify = nameof(Hidden))]
            [WebSocket("/d", Verify = null)]
            public static Task Join(WebSocketConnection socket) => Task.CompletedTask;

            public override string? Choose() => null;
            internal bool Admit() => true;
            public new bool Hidden() => true;
        }
        """);
}
