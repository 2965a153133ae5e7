using Microsoft.CodeAnalysis.Completion;

namespace Upwire.Analyzers.Tests.Completion;

/// <summary>What an editor offers in templates.</summary>
public sealed class TemplateCompletionTests
{
    private const string Handler = "public string Get(int id, string room, [FromQuery] string q, IDisposable service, CancellationToken stop) => \"\";";

    [Theory]
    [InlineData("""[HttpGet("/rooms/<$$>")]""", "id room")]
    [InlineData("""[HttpGet("/rooms/{$$}")]""", "id room")]
    [InlineData("""[HttpGet("/rooms/{**$$}")]""", "id room")]
    [InlineData("""[HttpGet("/rooms/<$$")]""", "id room")]
    [InlineData("""[HttpGet("/rooms/<$$/more")]""", "id room")]
    [InlineData("""[HttpGet("/rooms/<$$""", "id room")]
    [InlineData("""[HttpGet(@"/rooms/<room>/<$$" + "/more")]""", "id")]
    [InlineData("""[HttpGet("/<id>" + ("/<" + "$$>"))]""", "room")]
    [InlineData("""[HttpGet("/rooms" + "/<$$" + "/<room>")]""", "id")]
    [InlineData("""[HttpGet(Base + "/<$$")]""", "room")]
    [InlineData("""[HttpGet($"{Base}/<$$>")]""", "room")]
    [InlineData("""[HttpGet($"/<$$>{Base}")]""", "room")]
    [InlineData("""[HttpGet($"/{{$$}}")]""", "id room")]
    [InlineData("""[HttpGet("/rooms/<$$/<room>")]""", "id")]
    [InlineData("""[HttpGet("/<id:int>/<r$$>")]""", "room")]
    [InlineData("""[HttpGet("/<ID:int>/<room..>/<$$>")]""", "")]
    [InlineData("""[HttpGet("/<id:regex(^(/|<)$)>/<$$>")]""", "room")]
    [InlineData("""[HttpGet("\u002frooms/<$$>")]""", "id room")]
    [InlineData("""[HttpGet(@"/<$$>")]""", "id room")]
    [InlineData(""""[HttpGet("""/<$$>""")]"""", "id room")]
    [InlineData("""[HttpGet(template: "/<$$>")]""", "id room")]
    [InlineData("""[HttpMethod("PROPFIND", "/<$$>")]""", "id room")]
    [InlineData("""[HttpGet("/<id>"), HttpPost("/x/<$$>")]""", "id room")]
    [InlineData("""[WebSocket("/<$$>")]""", "id room")]
    public async Task Names_of_parameters_that_the_template_does_not_have(string attribute, string expected)
    {
        using var test = new CompletionTest($"public sealed class Rooms {{ private const string Base = \"/<id>\"; {attribute}\n {Handler} }}");

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), await test.NamesAsync());
    }

    [Theory]
    [InlineData("""[HttpGet("/rooms$$")]""")]
    [InlineData("""[HttpGet("/<id>$$")]""")]
    [InlineData("""[HttpGet("/{{$$")]""")]
    [InlineData("""[HttpGet("/<id=$$>")]""")]
    [InlineData("""[HttpGet("/<id:min($$)>")]""")]
    [InlineData("""[HttpGet("/<id"$$)]""")]
    [InlineData("""[HttpGet("/<" + $$Name + ">")]""")]
    [InlineData("""[HttpGet($"/<{$$nameof(Rooms)}>")]""")]
    [InlineData("""[HttpGet("/<" + Nobody + "$$>")]""")]
    [InlineData("""[HttpGet("/<i$$" + "d>")]""")]
    [InlineData("""[HttpGet("/<i" + "d$$>")]""")]
    [InlineData("""[HttpMethod("<$$", "/x")]""")]
    [InlineData("""[HttpMethod(template: "/x", method: "<$$")]""")]
    [InlineData("""[WebSocket("/x", Verify = "<$$")]""")]
    [InlineData("""[Obsolete("<$$")]""")]
    [InlineData("""[Microsoft.AspNetCore.Mvc.HttpGet("/<$$>")]""")]
    public async Task Nothing_elsewhere(string attribute)
    {
        using var test = new CompletionTest($"public sealed class Rooms {{ {attribute}\n {Handler} }}");

        Assert.DoesNotContain("id", await test.NamesAsync());
        Assert.DoesNotContain("datetime", await test.NamesAsync());
    }

    [Fact]
    public async Task The_prefix_of_the_class_has_its_names_already()
    {
        using var test = new CompletionTest($"[Route(\"/<room>\")] public sealed class Rooms {{ [HttpGet(\"/<$$>\")]\n {Handler} }}");
        Assert.Equal(["id"], await test.NamesAsync());

        using var alone = new CompletionTest($"[Route(\"/<room>\")] public sealed class Rooms {{ [HttpGet(\"~/<$$>\")]\n {Handler} }}");
        Assert.Equal(["id", "room"], await alone.NamesAsync());
    }

    [Fact]
    public async Task A_prefix_is_for_what_its_handlers_templates_do_not_have()
    {
        using var test = new CompletionTest(
            """
            [Route("/<tenant>/<$$>")]
            public sealed class Rooms
            {
                [HttpGet("/<id>")] public string A(string tenant, int id, int floor) => "";
                [HttpGet("/<key>/all")] public string B(string tenant, string key, string house) => "";
                [HttpGet("~/<alone>")] public string C(string alone, string other) => "";
                public string D(string none) => "";
            }
            """);

        Assert.Equal(["floor", "house"], await test.NamesAsync());
    }

    [Fact]
    public async Task Names_that_attributes_give_and_parts_of_objects_and_what_Verify_takes()
    {
        using var test = new CompletionTest(
            """
            public sealed record Page(int Number, [property: FromQuery] int Size);
            public sealed class Rooms
            {
                [WebSocket("/<$$>", Verify = nameof(Check))]
                public Task Join([FromRoute(Name = "room-id")] int id, [Microsoft.AspNetCore.Http.AsParameters] Page page, WebSocketConnection socket) => Task.CompletedTask;
                public bool Check(Guid key) => true;
            }
            """);

        Assert.Equal(["room-id", "Number", "key"], await test.NamesAsync());
    }

    [Theory]
    [InlineData("""[HttpGet("/<id:$$>")]""", "int min max range bool")]
    [InlineData("""[HttpGet("/<ID:$$>")]""", "int min max range bool")]
    [InlineData("""[HttpGet("/<id:int:$$>")]""", "min max range bool datetime")]
    [InlineData("""[HttpGet("/<id:min(1):m$$>")]""", "int max range bool datetime")]
    [InlineData("""[HttpGet("/{id:$$}")]""", "int min max range bool")]
    [InlineData("""[HttpGet("/<name:$$>")]""", "alpha required file nonfile minlength")]
    [InlineData("""[HttpGet("/<path..:$$>")]""", "alpha required file nonfile minlength")]
    [InlineData("""[HttpGet("/<key:$$>")]""", "guid int bool datetime decimal")]
    [InlineData("""[HttpGet("/<day:$$>")]""", "datetime int bool decimal double")]
    [InlineData("""[HttpGet("/<small:$$>")]""", "range min max int bool")]
    [InlineData("""[HttpGet("/<nobody:$$>")]""", "int bool datetime decimal double")]
    public async Task Constraints_that_fit_the_type_first(string attribute, string expected)
    {
        using var test = new CompletionTest($"public sealed class Rooms {{ {attribute}\n public string Get(int? id, string name, string path, Guid key, DateTime day, byte small) => \"\"; }}");
        string[] names = await test.NamesAsync();

        Assert.Equal(expected.Split(' '), names[..5]);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public async Task Constraints_that_the_project_registers()
    {
        using var test = new CompletionTest(
            """
            public static class SetUp { public static void Add(Microsoft.AspNetCore.Routing.RouteOptions options) => options.ConstraintMap["even"] = typeof(object); }
            [Route("/<id:$$>")] public sealed class Rooms { [HttpGet] public string Get(int id) => ""; }
            """);

        Assert.Equal(["int", "min", "max", "range", "even"], (await test.NamesAsync())[..5]);
    }

    [Theory]
    [InlineData("""[HttpGet("/<$$>")]""", "room", """[HttpGet("/<room>")]""")]
    [InlineData("""[HttpGet("/<ro$$>")]""", "room", """[HttpGet("/<room>")]""")]
    [InlineData("""[HttpGet("/<r$$um:int>/x")]""", "room", """[HttpGet("/<room:int>/x")]""")]
    [InlineData("""[HttpGet("/\u003c\u0069:i$$x>")]""", "int", """[HttpGet("/\u003c\u0069:int>")]""")]
    [InlineData("""[HttpGet(@"/<id:m$$>")]""", "max", """[HttpGet(@"/<id:max>")]""")]
    [InlineData("""[HttpGet("/x" + @"/<ro$$>")]""", "room", """[HttpGet("/x" + @"/<room>")]""")]
    [InlineData("""[HttpGet($"/{nameof(Rooms)}/<ro$$>")]""", "room", """[HttpGet($"/{nameof(Rooms)}/<room>")]""")]
    [InlineData("""[HttpGet("/<id:m$$(1)>")]""", "min", """[HttpGet("/<id:min(1)>")]""")]
    public async Task The_choice_replaces_the_word(string attribute, string choice, string expected)
    {
        using var test = new CompletionTest($"public sealed class Rooms {{\n {attribute}\n {Handler} }}");

        Assert.Equal(expected, await test.ChooseAsync(choice));
    }

    [Theory]
    [InlineData("""[HttpGet("/<$$""", true)]
    [InlineData("""[HttpGet("/{$$""", true)]
    [InlineData("""[HttpGet("/<i$$""", true)]
    [InlineData("""[HttpGet("/<id:$$""", true)]
    [InlineData("""[HttpGet("/<id:i$$""", true)]
    [InlineData("""[HttpGet(@"/<id:$$""", true)]
    [InlineData("""[HttpGet("/<id>" + "/<$$""", true)]
    [InlineData(""""[HttpGet("""/<id:$$"""", true)]
    [InlineData("""[HttpGet("/rooms/$$""", false)]
    [InlineData("""[HttpGet("/<id>$$""", false)]
    [InlineData("""[HttpGet("/a:$$""", false)]
    [InlineData("""[HttpGet("/<id:min($$""", false)]
    [InlineData("public List<int$$", false)]
    public async Task It_opens_by_itself(string attribute, bool expected)
    {
        using var test = new CompletionTest($"public sealed class Rooms {{\n {attribute}>\")]\n {Handler} }}");

        Assert.Equal(expected, await test.IsTriggeredAsync());
    }

    [Fact]
    public async Task It_says_what_each_is()
    {
        using var names = new CompletionTest($"public sealed class Rooms {{ [HttpGet(\"/<$$>\")]\n {Handler} }}");
        Assert.Equal("int id", await names.DescribeAsync("id"));
        Assert.Equal("int", (await names.FindAsync("id")).InlineDescription);

        using var constraints = new CompletionTest($"public sealed class Rooms {{ [HttpGet(\"/<id:$$>\")]\n {Handler} }}");
        Assert.Equal("min takes a whole number, as in 'min(1)'", await constraints.DescribeAsync("min"));
        Assert.Equal(MatchPriority.Preselect, (await constraints.FindAsync("int")).Rules.MatchPriority);
    }
}
