using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators;
using Upwire.Generators.Analyzers;
using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.RouteTableAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0010.</summary>
public sealed class RouteConflictTests
{
    [Fact]
    public Task Fires_on_both_templates_and_names_the_other_place() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet({|#0:"/rooms/<id:int>"|})]
            public string Get(int id) => "";
        }

        public static class Halls
        {
            [HttpGet({|UPW0010:"/rooms/{number:min(1)}"|})]
            public static string Find(long number) => "";
        }
        """,
        "UPW0010",
        "'Rooms.Get' and 'Halls.Find' (Test0.cs, line 17) both answer GET /rooms/1, which ASP.NET Core refuses as ambiguous; give one of them another template or constraint");

    [Fact]
    public Task Fires_across_prefixes() => Test.RunAsync(
        """
        [Route("/rooms")]
        public static class Rooms
        {
            [HttpPost({|UPW0010:"<id>/keys"|})]
            public static void Add(string id) { }
        }

        [Route("rooms/<room>")]
        public static class Keys
        {
            [HttpPost({|UPW0010:"keys"|})]
            public static void Add(string room) { }
        }
        """);

    [Fact]
    public Task Fires_on_the_attribute_where_there_is_no_template() => Test.RunAsync(
        """
        [Route("/rooms")]
        public static class Rooms
        {
            [{|UPW0010:HttpGet|}]
            public static string All() => "";

            [HttpGet({|UPW0010:"~/<what=rooms>"|})]
            public static string Any(string what) => "";

            [HttpGet({|UPW0010:"/"|})]
            public static string List() => "";

            [HttpGet({|UPW0010:"~/<what?>"|})]
            public static string Some(string? what) => "";
        }
        """);

    [Fact]
    public Task Fires_for_WebSockets() => Test.RunAsync(
        """
        public static class Rooms
        {
            [WebSocket({|#0:"/rooms/<id>.<format?>"|})]
            public static Task Join(string id, string? format, WebSocketConnection socket) => Task.CompletedTask;

            [WebSocket({|UPW0010:"/rooms/room-<id>"|})]
            public static Task Watch(string id, WebSocketConnection socket) => Task.CompletedTask;
        }
        """,
        "UPW0010",
        "'Rooms.Join' and 'Rooms.Watch' (Test0.cs, line 14) both answer a WebSocket at /rooms/room-x, which ASP.NET Core refuses as ambiguous; give one of them another template or constraint");

    [Fact]
    public Task Fires_for_a_method_told_by_name() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpMethod("get", {|UPW0010:"/rooms"|})]
            public static string A() => "";

            [HttpGet({|UPW0010:"/ROOMS/"|})]
            public static string B() => "";
        }
        """);

    [Fact]
    public Task Fires_for_hosts_in_common() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Routing;
        using Upwire;

        [Host("*.example.com")]
        public static class Rooms
        {
            [HttpGet({|UPW0010:"/rooms"|})]
            public static string A() => "";

            [HttpGet({|UPW0010:"/rooms"|})]
            [Host("example.org", "a.example.com:443")]
            public static string B() => "";
        }
        """);

    [Fact]
    public Task Fires_for_the_same_constraint_of_which_nothing_is_known() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet({|#0:"/rooms/<a:regex(^(?=ABCDE).*$)>"|})]
            public static string A(string a) => "";

            [HttpGet({|UPW0010:"/rooms/<b:regex(^(?=ABCDE).*$)>"|})]
            public static string B(string b) => "";
        }
        """,
        "UPW0010",
        "'Rooms.A' and 'Rooms.B' (Test0.cs, line 14) both answer GET /rooms/..., which ASP.NET Core refuses as ambiguous; give one of them another template or constraint");

    [Fact]
    public Task Does_not_fire_where_the_matcher_can_choose() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Routing;
        using System.Threading.Tasks;
        using Upwire;

        public static class Rooms
        {
            [HttpGet("/rooms/<id>")]
            public static string Get(string id) => "";

            [HttpPost("/rooms/<id>")]
            public static string Post(string id) => "";

            [HttpHead("/rooms/<id>")]
            public static void Head(string id) { }

            [WebSocket("/rooms/<id>")]
            public static Task Join(string id, WebSocketConnection socket) => Task.CompletedTask;

            [HttpGet("/rooms/first")]
            public static string First() => "";

            [HttpGet("/rooms/<id:int>")]
            public static string Number(int id) => "";

            [HttpGet("/rooms/<id:guid>")]
            public static string Guid(System.Guid id) => "";

            [HttpGet("/rooms/<a>~<b>")]
            public static string Both(string a, string b) => "";

            [HttpGet("/rooms/<path..>")]
            public static string Rest(string path) => "";

            [HttpGet("/rooms/<id:alpha>")]
            public static string Alpha(string id) => "";

            [HttpGet("/rooms/<id:range(1,5)>/x")]
            public static string Low(int id) => "";

            [HttpGet("/rooms/<id:min(6)>/x")]
            public static string High(long id) => "";

            [HttpGet("/rooms/first")]
            [Host("example.com")]
            public static string OfHost() => "";
        }
        """);

    // The first text that comes to mind is taken by a third, which leaves others.
    [Fact]
    public Task Fires_where_another_takes_some_requests() => Test.RunAsync(
        """
        public static class Flags
        {
            [HttpGet("/flags/true")]
            public static string True() => "";

            [HttpGet({|#0:"/flags/<a:bool>"|})]
            public static string A(bool a) => "";

            [HttpGet({|UPW0010:"/flags/<b:bool>"|})]
            public static string B(bool b) => "";
        }
        """,
        "UPW0010",
        "'Flags.A' and 'Flags.B' (Test0.cs, line 17) both answer GET /flags/false, which ASP.NET Core refuses as ambiguous; give one of them another template or constraint");

    // Whatever is ambiguous between these two is taken by a third.
    [Fact]
    public Task Does_not_fire_where_another_takes_every_request() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<id:required>")]
            public static string Get(string id) => "";

            [HttpGet({|UPW0011:"/rooms/<a>"|})]
            public static string A(string a) => "";

            [HttpGet({|UPW0011:"/rooms/<b>"|})]
            public static string B(string b) => "";
        }
        """);

    [Theory]
    [InlineData("public static class Library", "public")]
    [InlineData("internal static class Library", "internal")]
    public async Task Fires_for_an_endpoint_of_a_referenced_assembly(string type, string method)
    {
        var complete = CompileLibrary("Library", type, method);
        using var image = new MemoryStream();
        Assert.True(complete.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        var program = TestProgram.Compile("Program", """using Upwire; public static class Rooms { [HttpGet("/rooms/<name>")] public static string Find(string name) => ""; }""")
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        var found = await program.WithAnalyzers([new RouteTableAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            "'Rooms.Find' and 'Library.Get' of the assembly 'Library' both answer GET /rooms/1, which ASP.NET Core refuses as ambiguous; give one of them another template or constraint",
            Assert.Single(found).GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Fires_for_an_endpoint_of_a_referenced_project_whose_source_an_editor_has()
    {
        var first = CompileLibrary("First", "public static class Library", "public");
        var second = CompileLibrary("Second", "public static class Other", "public");
        var program = TestProgram.Compile("Program", """using Upwire; public static class Rooms { [HttpGet("/rooms/<name>")] public static string Find(string name) => ""; }""");

        var one = await program.AddReferences(first.ToMetadataReference()).WithAnalyzers([new RouteTableAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var none = await TestProgram.Compile("Program", "return;").WithOptions(TestProgram.CompilationOptions.WithOutputKind(OutputKind.ConsoleApplication))
            .AddReferences(first.ToMetadataReference(), second.ToMetadataReference())
            .WithAnalyzers([new RouteTableAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            "'Rooms.Find' and 'Library.Get' (First.cs, line 1) both answer GET /rooms/1, which ASP.NET Core refuses as ambiguous; give one of them another template or constraint",
            Assert.Single(one).GetMessage(CultureInfo.InvariantCulture));
        Assert.All(none, static found => Assert.Equal(("UPW0010", Location.None), (found.Id, found.Location)));
        Assert.NotEmpty(none);
    }

    private static Compilation CompileLibrary(string assembly, string type, string method)
    {
        var library = TestProgram.Compile(assembly, $$"""using Upwire; {{type}} { [HttpGet("/rooms/<id>")] {{method}} static string Get(string id) => ""; }""");
        CSharpGeneratorDriver
            .Create([new UpwireGenerator().AsSourceGenerator()], parseOptions: TestProgram.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(library, out var complete, out _, TestContext.Current.CancellationToken);
        return complete;
    }
}
