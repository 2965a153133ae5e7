using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Analyzers;
using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0006.</summary>
public sealed class OptionalParameterTests
{
    [Fact]
    public Task Fires_where_only_the_template_may_lack_it() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<id?>")]
            public static string Get(int {|#0:id|}) => "";
        }
        """,
        "UPW0006",
        "The parameter 'id' is left out where the path ends before '<id?>', but is never null; make it 'int?', or give it a default");

    [Fact]
    public Task Fires_where_only_the_method_may_lack_it() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<id>")]
            public static string Get(int? {|#0:id|}) => "";

            [HttpGet("/halls/<id>")]
            public static string Hall(int {|UPW0006:id|} = 1) => "";

            [HttpGet("/floors/<name>")]
            public static string Floor([FromRoute] string? {|UPW0006:name|}) => "";
        }
        """,
        "UPW0006",
        "The parameter 'id' may be left out, but the template always has '<id>'; write '<id?>', or let it be required");

    [Fact]
    public Task Fires_for_a_part_of_a_parameter() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Key(int {|UPW0006:Id|});

        public static class Rooms
        {
            [HttpGet("/rooms/<id?>")]
            public static string Get([AsParameters] Key key) => "";
        }
        """);

    [Fact]
    public Task Fires_where_a_method_that_is_asked_can_never_lack_it() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/a/<id>", Verify = nameof(Check), SelectSubProtocol = nameof(Choose))]
            [WebSocket("/b/<id:int>", Verify = nameof(Check))]
            public Task Join(int id, WebSocketConnection socket) => Task.CompletedTask;

            public bool Check(int? {|UPW0006:id|}) => true;

            public string? Choose(int {|UPW0006:id|} = 1) => null;
        }
        """);

    [Fact]
    public Task Fires_where_a_method_that_is_asked_has_to_lack_it() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/a/<id>", Verify = nameof(Check))]
            public Task A(int id, WebSocketConnection socket) => Task.CompletedTask;

            [WebSocket("/b/<id?>", Verify = nameof(Check))]
            public Task B(int? id, WebSocketConnection socket) => Task.CompletedTask;

            public bool Check(int {|#0:id|}) => true;
        }
        """,
        "UPW0006",
        "The parameter 'id' is left out where the path ends before '<id?>', but is never null; make it 'int?', or give it a default");

    [Theory]
    [InlineData("Base", "public override string Get(int {|#0:id|}) => \"\";")]
    [InlineData("IRooms", "public string Get(int {|#0:id|}) => \"\";")]
    public Task Fires_where_a_signature_is_not_its_own_and_says_what_is(string type, string handler) => Test.RunAsync(
        $$"""
        public abstract class Base
        {
            public abstract string Get(int id);
        }

        public interface IRooms
        {
            string Get(int id);
        }

        public sealed class Rooms : {{type}}
        {
            [HttpGet("/rooms/<id?>")]
            {{handler}}
        }
        """,
        "UPW0006",
        "The parameter 'id' is left out where the path ends before '<id?>', but is never null; write '<id>'");

    [Fact]
    public async Task Fires_at_the_attribute_for_a_method_of_a_referenced_project()
    {
        var project = TestProgram.Compile("Base", "public abstract class Base { public bool Check(int id) => true; }");
        var program = TestProgram.Compile(
            "Program",
            """public sealed class Rooms : Base { [Upwire.WebSocket("/b/<id?>", Verify = nameof(Check))] public void Join(Upwire.WebSocketConnection socket, int? id) { } }""")
            .AddReferences(project.ToMetadataReference());

        var found = Assert.Single(await program.WithAnalyzers([new ParameterBindingAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

        Assert.Equal("The parameter 'id' is left out where the path ends before '<id?>', but is never null; write '<id>'", found.GetMessage(CultureInfo.InvariantCulture));
        Assert.StartsWith("Upwire.WebSocket(", found.Location.SourceTree!.ToString()[found.Location.SourceSpan.Start..], StringComparison.Ordinal);
    }

    [Fact]
    public Task Does_not_fire_for_a_method_that_another_handler_asks_too() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/a/<id>", Verify = nameof(Check), SelectSubProtocol = nameof(Choose))]
            public Task A(int id, WebSocketConnection socket) => Task.CompletedTask;

            [WebSocket("/b", Verify = nameof(Check))]
            public Task B(WebSocketConnection socket) => Task.CompletedTask;

            [WebSocket("/c/<id?>", SelectSubProtocol = nameof(Choose))]
            public Task C(int? id, WebSocketConnection socket) => Task.CompletedTask;

            public bool Check(int? id) => true;

            public string? Choose(int id = 1) => null;
        }
        """);

    [Fact]
    public Task Does_not_fire_for_a_method_that_a_derived_class_may_name_or_override() => Test.RunAsync(
        """
        public abstract class Base
        {
            public bool Admit(int? id) => true;
        }

        public class Rooms : Base
        {
            [WebSocket("/a/<id>", Verify = nameof(Check))]
            [WebSocket("/b/<id>", Verify = nameof(Admit))]
            public Task A(int id, WebSocketConnection socket) => Task.CompletedTask;

            [HttpGet("/c/<id>")]
            public virtual string C(int? id) => "";

            public bool Check(int? id) => true;
        }

        public sealed class Halls : Base
        {
            [WebSocket("/d/<id>", Verify = nameof(Admit))]
            public Task D(int id, WebSocketConnection socket) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Does_not_fire_where_a_base_class_or_an_interface_says_what_may_lack() => Test.RunAsync(
        """
        public abstract class Base
        {
            public abstract string A(int? id);
            public abstract bool Check(string? id);
        }

        public interface IRooms
        {
            string B(int? id);
        }

        public sealed class Rooms : Base, IRooms
        {
            [HttpGet("/a/<id>")]
            public override string A(int? id) => "";

            [HttpGet("/b/<id>")]
            public string B(int? id) => "";

            [WebSocket("/c/<id>", Verify = nameof(Check))]
            public Task C(string id, WebSocketConnection socket) => Task.CompletedTask;

            public override bool Check(string? id) => true;
        }
        """);

    [Fact]
    public Task Does_not_fire_where_both_agree() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Key(int? Id);

        public static class Rooms
        {
            [HttpGet("/a/<id?>")]
            public static string A(int? id) => "";

            [HttpGet("/b/<id?>")]
            public static string B(int id = 1) => "";

            [HttpGet("/c/<page=1>")]
            public static string C(int page) => "";

            [HttpGet("/d/<page=1>")]
            public static string D(int? page) => "";

            [HttpGet("/e/<path..>")]
            public static string E(string path) => "";

            [HttpGet("/f/<path..>")]
            public static string F(string? path) => "";

            [HttpGet("/g")]
            [HttpGet("/g/<id>")]
            public static string G(int? id) => "";

            [HttpGet("/h/<id>")]
            public static string H([AsParameters] Key key) => "";

        #nullable disable
            [HttpGet("/i/<id>")]
            [HttpPut("/i/<id?>")]
            public static string I(string id) => "";
        }
        """);
}
