using System.Net;
using System.Text;
using Upwire.Generators.Tests.Infrastructure;

namespace Upwire.Generators.Tests;

/// <summary>Sources that are hard to generate for: each is compiled without a warning, and some are called.</summary>
public sealed class GeneratedCodeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_that_generated_code_uses_itself_are_the_users_all_the_same()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Upwire;
            public static class C
            {
                [HttpGet("/<context>/<endpoint>")]
                public static string M(string context, string endpoint, int binder, string filters, int result, string invocation, string contextArgument)
                    => string.Join(' ', context, endpoint, binder, filters, result, invocation, contextArgument);
            }
            """);

        string answer = await app.Client.GetStringAsync("/a/b?binder=1&filters=c&result=2&invocation=d&contextArgument=e", Stop);
        Assert.Equal("a b 1 c 2 d e", answer);
    }

    [Fact]
    public async Task Keywords_are_names()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Upwire;
            public static class @switch { [HttpGet("/global")] public static string M() => "global"; }
            namespace @namespace.@class
            {
                public sealed class @event
                {
                    [HttpGet("/<class>")] public string @return(string @class, int @int = 3) => @class + @int;
                }
            }
            """);

        Assert.Equal("x3", await app.Client.GetStringAsync("/x", Stop));
        Assert.Equal("global", await app.Client.GetStringAsync("/global", Stop));
    }

    [Fact]
    public async Task Overloads_and_several_attributes_on_one_method_are_endpoints_of_their_own()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Upwire;
            public sealed class C
            {
                [HttpGet("/a"), HttpGet("/b"), HttpPost("/a")] public string M() => "none";
                [HttpGet("/c/<x>")] public string M(string x) => x;
                [HttpDelete("/map")] public string Map() => "map";
            }
            """);

        Assert.Equal("none", await app.Client.GetStringAsync("/a", Stop));
        Assert.Equal("none", await app.Client.GetStringAsync("/b", Stop));
        Assert.Equal("one", await app.Client.GetStringAsync("/c/one", Stop));
        Assert.Equal(HttpStatusCode.OK, (await app.Client.PostAsync("/a", null, Stop)).StatusCode);
        Assert.Equal("map", await (await app.Client.DeleteAsync("/map", Stop)).Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Quotes_backslashes_and_other_alphabets_in_templates_come_out_right()
    {
        await using var app = await GeneratedApp.StartAsync(""""
            using Upwire;
            public sealed class C
            {
                [HttpGet("/straße/<größe>")] public string A(string größe) => größe;
                [HttpGet(@"/\d/""q""/<x:regex(^\d{2}$)>")] public string B(string x) => x;
                [HttpGet("""/raw/<x:regex(^[a-c]+$)>""")] public string C1(string x) => x;
            }
            """");

        Assert.Equal("ä", await app.Client.GetStringAsync("/straße/ä", Stop));
        Assert.Equal("42", await app.Client.GetStringAsync("/%5Cd/%22q%22/42", Stop));
        Assert.Equal("abc", await app.Client.GetStringAsync("/raw/abc", Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/raw/xyz", Stop)).StatusCode);
    }

    [Fact]
    public async Task Default_values_of_every_kind_are_the_methods_own()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using System.Globalization;
            using Upwire;
            public enum Size { Small = -1, Large = 7 }
            public static class C
            {
                [HttpGet("/")]
                public static string M(
                    byte a = 200, sbyte b = -3, short c = -4, ushort d = 5, uint e = 6, long f = -7, ulong g = ulong.MaxValue, float h = float.NaN,
                    double i = 1e300, decimal j = 1.10m, char k = '\'', string l = "q\"\\\n", bool m = true, Size n = Size.Large, Size? o = Size.Small,
                    int? p = null, Guid q = default, string? r = null, int s = int.MinValue)
                    => string.Join('|', a, b, c, d, e, f, g, h.ToString(CultureInfo.InvariantCulture), i.ToString(CultureInfo.InvariantCulture),
                        j.ToString(CultureInfo.InvariantCulture), k, l, m, n, o, p, q, r, s);
            }
            """);

        Assert.Equal(
            "200|-3|-4|5|6|-7|18446744073709551615|NaN|1E+300|1.10|'|q\"\\\n|True|Large|Small||00000000-0000-0000-0000-000000000000||-2147483648",
            await app.Client.GetStringAsync("/", Stop));
    }

    [Theory]
    [InlineData("E.@event", "1")]
    [InlineData("E.@event | E.Other", "3")]
    [InlineData("(E)8", "8")]
    [InlineData("E.Gone", "4")]
    public async Task A_value_of_an_enumeration_is_what_it_was_whether_it_has_a_name_or_none(string value, string expected)
    {
        await using var app = await GeneratedApp.StartAsync($$"""
            using Upwire;
            #pragma warning disable CS0618
            [System.Flags] public enum E { @event = 1, Other = 2, [System.Obsolete("gone")] Gone = 4 }
            public static class C
            {
                [HttpGet("/")] public static int M(E e = {{value}}) => (int)e;
            }
            """);

        Assert.Equal(expected, await app.Client.GetStringAsync("/", Stop));
    }

    [Fact]
    public async Task Attributes_of_a_method_are_metadata_as_reflection_finds_them()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using System.Diagnostics.CodeAnalysis;
            using System.Linq;
            using System.Runtime.CompilerServices;
            using Microsoft.AspNetCore.Http;
            using Upwire;

            [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
            public sealed class ManyAttribute(string text, params Type[] types) : Attribute
            {
                public DayOfWeek[]? Days { get; set; }
                public object? Any;
                public override string ToString() => $"many({text} {string.Join('+', types.Select(type => type.Name))} {string.Join('+', Days ?? [])} {Any})";
            }

            [AttributeUsage(AttributeTargets.Method)]
            public sealed class OneAttribute(string? text = null) : Attribute { public override string ToString() => $"one({text})"; }

            [AttributeUsage(AttributeTargets.Method, Inherited = false)]
            public sealed class OwnAttribute : Attribute { public override string ToString() => "own"; }

            [Experimental("TRY1")]
            public sealed class TriedAttribute<T> : Attribute { public override string ToString() => $"tried({typeof(T).Name})"; }

            public abstract class Base
            {
                [Many("base"), One("base"), Own]
                public abstract string Get(HttpContext context);
            }

            public class C : Base
            {
            #pragma warning disable TRY1
                [HttpGet("/"), HttpGet("/other")]
                [Many("a \"b\"", typeof(int), typeof(C), Days = [DayOfWeek.Friday, (DayOfWeek)9], Any = 'x'), Tried<string>, One("derived")]
                [MethodImpl(MethodImplOptions.NoInlining)]
                public override string Get(HttpContext context) => string.Join(' ', context.GetEndpoint()!.Metadata.OfType<Attribute>());
            #pragma warning restore TRY1

                [HttpGet("/reflection")]
                public string Reflect() => string.Join(' ', Attribute.GetCustomAttributes(typeof(C).GetMethod("Get")!)
                    .Where(attribute => attribute.GetType().Namespace is null).Select(attribute => attribute.ToString()).Order());
            }
            """);

        string metadata = await app.Client.GetStringAsync("/", Stop);
        Assert.Equal("""many(base   ) many(a "b" Int32+C Friday+9 x) tried(String) one(derived)""", metadata);
        Assert.Equal(await app.Client.GetStringAsync("/reflection", Stop), string.Join(' ', metadata.Replace(") ", ")\n", StringComparison.Ordinal).Split('\n').Order(StringComparer.CurrentCulture)));
    }

    [Fact]
    public async Task What_types_keep_to_themselves_keeps_nothing_from_working()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using System.Text.Json.Serialization;
            using Upwire;
            public sealed class Note(string text)
            {
                public string Text => text + Kept?.Count;
                private Inner? Kept { get; set; } = new();
                private sealed class Inner { public int Count => 1; }
            }
            [Route("/notes")]
            public sealed class Notes
            {
                private readonly Inner _inner = new();
                private Inner Own => _inner;
                [HttpPost] public string Add([Microsoft.AspNetCore.Mvc.FromQuery] Note note) => note.Text + Own.Count;
                private sealed class Inner { public int Count => 2; }
            }
            """);

        using var answer = await app.Client.PostAsync("/notes?text=a", null, Stop);
        Assert.Equal("a12", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Internal_partial_nested_and_static_controllers_work()
    {
        await using var app = await GeneratedApp.StartAsync(
            """
            using Upwire;
            internal static partial class Outer
            {
                internal sealed partial class Inner
                {
                    [HttpGet("/one")] internal string One() => "1";
                    [HttpGet("/static")] internal static string Static() => "s";
                }
            }
            """,
            """
            using Upwire;
            internal static partial class Outer
            {
                internal sealed partial class Inner
                {
                    [HttpGet("/two")] public string Two() => "2";
                }
            }
            """);

        Assert.Equal("1", await app.Client.GetStringAsync("/one", Stop));
        Assert.Equal("2", await app.Client.GetStringAsync("/two", Stop));
        Assert.Equal("s", await app.Client.GetStringAsync("/static", Stop));
    }

    [Fact]
    public async Task Every_way_to_return_nothing_or_something_works()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Upwire;
            public sealed class C
            {
                [HttpGet("/void")] public void A() { }
                [HttpGet("/task")] public Task B() => Task.CompletedTask;
                [HttpGet("/valuetask")] public ValueTask C1() => default;
                [HttpGet("/string")] public ValueTask<string> D() => new("d");
                [HttpGet("/null")] public Task<string?> E() => Task.FromResult<string?>(null);
                [HttpGet("/number")] public int F() => 5;
                [HttpGet("/nonumber")] public Task<int?> G() => Task.FromResult<int?>(null);
                [HttpGet("/result")] public async Task<Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok, Microsoft.AspNetCore.Http.HttpResults.NotFound>> H() { await Task.Yield(); return TypedResults.NotFound(); }
                [HttpGet("/tuple")] public (int, string)[] I() => [];
            }
            """);

        foreach (string path in (string[])["/void", "/task", "/valuetask"])
        {
            var answer = await app.Client.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("", await answer.Content.ReadAsStringAsync(Stop));
        }

        Assert.Equal("d", await app.Client.GetStringAsync("/string", Stop));
        Assert.Equal("5", await app.Client.GetStringAsync("/number", Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/null", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/nonumber", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/result", Stop)).StatusCode);
    }

    // The test server sends what the handler writes, unlike Kestrel.
    [Theory]
    [InlineData("/text", 4)]
    [InlineData("/json", null)]
    [InlineData("/result", 6)]
    [InlineData("/own", 3)]
    public async Task Head_has_no_content_on_any_server(string path, int? length)
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Upwire;
            public sealed class C
            {
                [HttpGet("/text")] public string A() => "text";
                [HttpGet("/json")] public int[] B() => [1, 2];
                [HttpGet("/result")] public IResult D() => Results.Text("result");
                [HttpHead("/own")] public string E() => "own";
                [HttpGet("/own")] public string F() => throw new InvalidOperationException();
            }
            """);

        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull(answer.Content.Headers.ContentType);
        Assert.Equal(length, (int?)answer.Content.Headers.ContentLength);
        Assert.Equal(0, await (await answer.Content.ReadAsStreamAsync(Stop)).ReadAsync(new byte[10], Stop));
    }

    [Fact]
    public async Task A_generated_WebSocket_endpoint_talks()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Upwire;
            public sealed class C
            {
                [WebSocket("/ws/<id:int>")]
                public async Task M(int id, string? name, WebSocketConnection socket, CancellationToken stop)
                {
                    await foreach (string text in socket.ReadAllTextAsync(stop)) { await socket.SendAsync($"{id} {name} {text}", stop); }
                }
            }
            """);

        using var socket = await app.WebSockets.ConnectAsync(new("ws://localhost/ws/7?name=n"), Stop);
        await socket.SendAsync("hi"u8.ToArray(), System.Net.WebSockets.WebSocketMessageType.Text, true, Stop);
        byte[] buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer, Stop);
        Assert.Equal("7 n hi", Encoding.UTF8.GetString(buffer, 0, received.Count));
    }

    [Fact]
    public void Projects_that_see_each_others_internals_do_not_clash()
    {
        var library = GeneratorTest.Run("My.Lib", [], """
            using Upwire;
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("My.App")]
            namespace Shared;
            internal static class Controller { [HttpGet("/lib")] public static string M() => ""; }
            """);

        var app = GeneratorTest.Run("My.App", [library.Output.ToMetadataReference()], """
            using Upwire;
            namespace Shared.App;
            internal static class Controller { [HttpGet("/app")] public static string M() => ""; }
            internal static class Program { internal static void Map(WebApplication app) => app.MapUpwire(); }
            """);

        Assert.Contains("global::Upwire.Generated.My_Lib.RouteModule.Map(endpoints);", app.RouteTable, StringComparison.Ordinal);
        Assert.Contains("global::Upwire.Generated.My_App.RouteModule.Map(endpoints);", app.RouteTable, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.b", "Upwire.Generated.a_b")]
    [InlineData("a.u002d", "Upwire.Generated.a_u002d")]
    [InlineData("a_b", "Upwire.Generated._a__b")]
    [InlineData("a._b", "Upwire.Generated._a_d__b")]
    [InlineData("a_.b", "Upwire.Generated._a___db")]
    [InlineData("my-app", "Upwire.Generated._my_u002dapp")]
    [InlineData("9lives", "Upwire.Generated._9lives")]
    [InlineData("class", "Upwire.Generated._class")]
    [InlineData("record", "Upwire.Generated.record")]
    public void Each_assembly_has_a_namespace_of_its_own(string assemblyName, string expected) =>
        Assert.Contains($"namespace {expected}\n", GeneratorTest.Run(assemblyName, [], "using Upwire; public static class C { [HttpGet] public static string M() => \"\"; }").RouteTable, StringComparison.Ordinal);

    [Fact]
    public void Controllers_whose_names_differ_only_in_case_have_files_of_their_own()
    {
        var run = GeneratorTest.Run("""
            using Upwire;
            public static class Thing { [HttpGet("/1")] public static string M() => ""; }
            public static class THING { [HttpGet("/2")] public static string M() => ""; }
            """);

        Assert.NotNull(run.Find("THING"));
        Assert.NotNull(run.Find("Thing2"));
    }

    [Fact]
    public void A_route_table_exists_before_the_first_endpoint() =>
        Assert.Contains("MapUpwire", GeneratorTest.Run("").RouteTable, StringComparison.Ordinal);

    [Theory]
    [InlineData("""[HttpGet("/<id")] public string M(string id) => id;""")]
    [InlineData("""[HttpGet("/<id>")] public string M() => "";""")]
    [InlineData("""[HttpMethod("A B", "/")] public string M() => "";""")]
    [InlineData("""[HttpGet("/")] private string M() => "";""")]
    [InlineData("""[HttpGet("/")] public string M<T>() => "";""")]
    [InlineData("""[HttpGet("/")] public string M(ref int x) => "";""")]
    [InlineData("""[HttpGet("/")] public string M(C body) => "";""")]
    [InlineData("""[HttpGet("/")] public Span<int> M() => default;""")]
    [InlineData("""[HttpPost("/")] public string M(C a, C b) => "";""")]
    [InlineData("""[WebSocket("/")] public Task M() => Task.CompletedTask;""")]
    public void What_breaks_a_rule_is_not_generated(string method) =>
        Assert.Null(GeneratorTest.Run($"using Upwire; public sealed class C {{ {method} }}").Find("C"));
}
