using CsCheck;
using Microsoft.AspNetCore.Routing.Patterns;
using Upwire.Generators.Parsing;

namespace Upwire.Analyzers.Tests;

public sealed class RouteTemplateParserTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/rooms", "/rooms")]
    [InlineData("/rooms/", "/rooms/")]
    [InlineData("/<id>", "/{id}", "id")]
    [InlineData("/{id}", "/{id}", "id")]
    [InlineData("/<user-id>/<größe>/<_x1>", "/{user-id}/{größe}/{_x1}", "user-id", "größe", "_x1")]
    [InlineData("/<id:int>", "/{id:int}", "id")]
    [InlineData("/<id:int:min(1)>", "/{id:int:min(1)}", "id")]
    [InlineData("/{id:int:min(1)}", "/{id:int:min(1)}", "id")]
    [InlineData("/<name:length(2,8)>", "/{name:length(2,8)}", "name")]
    [InlineData("/<id?>", "/{id?}", "id")]
    [InlineData("/<id:int?>", "/{id:int?}", "id")]
    [InlineData("/{id:int?}", "/{id:int?}", "id")]
    [InlineData("/<page=1>", "/{page=1}", "page")]
    [InlineData("/<page:int=1>", "/{page:int=1}", "page")]
    [InlineData("/{page:int=1}", "/{page:int=1}", "page")]
    [InlineData("/files/<path..>", "/files/{**path}", "path")]
    [InlineData("/files/{*path}", "/files/{*path}", "path")]
    [InlineData("/files/{**path}", "/files/{**path}", "path")]
    [InlineData("/files/<path..:minlength(3)>", "/files/{**path:minlength(3)}", "path")]
    [InlineData("/files/<path..=index.html>", "/files/{**path=index.html}", "path")]
    [InlineData("/<_>", "/{_1}")]
    [InlineData("/<_>/<id>/<_>", "/{_1}/{id}/{_2}", "id")]
    [InlineData("/<_..>", "/{**_1}")]
    [InlineData("/a-<x>.<ext>", "/a-{x}.{ext}", "x", "ext")]
    [InlineData("/a-{x}.{ext?}", "/a-{x}.{ext?}", "x", "ext")]
    [InlineData("/<name>.<ext?>", "/{name}.{ext?}", "name", "ext")]
    [InlineData("/{{literal}}", "/{{literal}}")]
    [InlineData("/:colon:", "/:colon:")]
    [InlineData(@"/<year:regex(^(19|20)\d{2}$)>", @"/{year:regex(^(19|20)\d{{2}}$)}", "year")]
    [InlineData(@"/{year:regex(^(19|20)\d{{2}}$)}", @"/{year:regex(^(19|20)\d{{2}}$)}", "year")]
    [InlineData("/<x:regex(^(?<word>a)$)>", "/{x:regex(^(?<word>a)$)}", "x")]
    [InlineData(@"/<x:regex(^\(a\)$)>/b", @"/{x:regex(^\(a\)$)}/b", "x")]
    [InlineData("/<x={}>", "/{x={{}}}", "x")]
    [InlineData("/<a>/{b}", "/{a}/{b}", "a", "b")]
    public void Reads(string template, string pattern, params string[] names)
    {
        var parsed = RouteTemplateParser.Parse(template);

        Assert.Empty(parsed.Errors);
        Assert.Equal(pattern, parsed.Pattern);
        Assert.Equal(names, parsed.Parameters.Select(static parameter => parameter.Name));
        Assert.All(parsed.Parameters, parameter => Assert.Equal(parameter.Name, template.Substring(parameter.Start, parameter.Name.Length)));

        var accepted = RoutePatternFactory.Parse(parsed.Pattern);
        Assert.Equal(names, accepted.Parameters.Select(static parameter => parameter.Name).Where(static name => name is not ("_1" or "_2")));
        Assert.Equal(accepted.PathSegments.Select(Print), parsed.Segments.Select(Print));
    }

    [Theory]
    [InlineData("/<a:int:min(1)>/<b..:file>", "int", "min(1)", "file")]
    [InlineData("/<_:int>-{_:length(2)}/<_..: x >", "int", "length(2)", " x ")]
    public void Finds_the_constraints_of_parameters_and_ignored_parts(string template, params string[] constraints)
    {
        var found = RouteTemplateParser.Parse(template).Constraints;

        Assert.Equal(constraints, found.Select(static constraint => constraint.Text));
        Assert.Equal(constraints, found.Select(constraint => template.Substring(constraint.Start, constraint.Length)));
    }

    [Theory]
    [InlineData("/<_>/<_1>/<_>", "/{_2}/{_1}/{_3}")]
    [InlineData("/<_2>/<_>/<_>", "/{_2}/{_1}/{_3}")]
    public void Calls_no_ignored_part_as_a_parameter_is_called(string template, string pattern)
    {
        var parsed = RouteTemplateParser.Parse(template);

        Assert.Empty(parsed.Errors);
        Assert.Equal(pattern, parsed.Pattern);
        RoutePatternFactory.Parse(parsed.Pattern);
    }

    private static string Print(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(static part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter =>
            $"<{string.Join(":", parameter.ParameterPolicies.Select(static policy => policy.Content))} {parameter.Default} {(parameter.IsOptional, parameter.IsCatchAll)}>",
        _ => "",
    }));

    private static string Print(RouteSegment segment) => string.Concat(segment.Parts.Select(static part => part switch
    {
        RoutePart.Literal literal => literal.Text,
        RoutePart.Parameter parameter => $"<{string.Join(":", parameter.Constraints)} {parameter.Default} {(parameter.IsOptional, parameter.IsCatchAll)}>",
        _ => "",
    }));

    [Theory]
    [InlineData("/<id", "<id", "'<id' is not closed; did you mean '<id>'?")]
    [InlineData("/{id/x", "{id", "'{id' is not closed; did you mean '{id}'?")]
    [InlineData("/:id", ":id", "':id' is not a parameter; did you mean '<id>'?")]
    [InlineData("/a/(id)", "(id)", "'(id)' is not a parameter; did you mean '<id>'?")]
    [InlineData("/[id]/x", "[id]", "'[id]' is not a parameter; did you mean '<id>'?")]
    [InlineData("/a//b", "/", "a segment of the path is empty")]
    [InlineData("/<>", "<>", "the parameter has no name; letters, digits, '_' and '-' make one")]
    [InlineData("/<id>/<ID>", "ID", "the parameter 'ID' is there twice")]
    [InlineData("/<path..>/x", "x", "nothing can follow a parameter that takes the rest of the path")]
    [InlineData("/a<path..>", "<path..>", "a parameter that takes the rest of the path must stand alone between slashes")]
    [InlineData("/<a><b>", "<b>", "two parameters must have text between them, or a slash")]
    [InlineData("/<a?>b", "<a?>", "an optional parameter beside other text must be the last, after another parameter and a '.'")]
    [InlineData("/a>", ">", "'>' closes nothing")]
    [InlineData("/a}", "}", "'}' closes nothing")]
    [InlineData("/a?b", "?", "'?' cannot be part of a path; the query string is bound by parameters of the method")]
    [InlineData("/<path..?>", "?", "a parameter that takes the rest of the path may be empty already; leave the '?' out")]
    [InlineData("/a.<b?>", "<b?>", "an optional parameter beside other text must be the last, after another parameter and a '.'")]
    [InlineData("/<a>}}", "}", "a '}' cannot follow a parameter directly")]
    [InlineData("/{a:regex(b{2})}", "{a:regex(b{2})}", "'{a:regex(b{2})}' is not closed; did you mean '{a:regex(b{2})}}'?")]
    [InlineData("/{a:min(1}", ":min(1", "a '(' is not closed")]
    [InlineData("/<id:>", ":", "a constraint is empty")]
    [InlineData("/1/2/3/4/5/6/7/8/9/0/1/2/3/4/5/6/7/8/9/0/1/2/3/4/5/6/7/8/9/0", "9/0", "a path of more than 28 segments is none that routing takes")]
    public void Refuses(string template, string text, string message)
    {
        var error = Assert.Single(RouteTemplateParser.Parse(template).Errors);

        Assert.Equal(message, error.Message);
        Assert.Equal(text, template.Substring(error.Start, error.Length));
    }

    // What we accept must not fail when the application starts.
    [Fact]
    public void Accepts_only_what_ASP_NET_Core_accepts() =>
        Gen.String[Gen.Char["/<>{}:=?*.~_a()"], 0, 16].Sample(
            static text =>
            {
                string template = "/" + text;
                var parsed = RouteTemplateParser.Parse(template);
                Assert.All(parsed.Errors, error => Assert.True(error.Start >= 0 && error.Length > 0 && error.Start <= template.Length));
                if (parsed.Errors.Count == 0)
                {
                    var accepted = RoutePatternFactory.Parse(parsed.Pattern);
                    Assert.Equal(parsed.Parameters.Select(static p => p.Name), accepted.Parameters.Select(static p => p.Name).Where(parsed.Parameters.Select(static p => p.Name).Contains));
                    Assert.Equal(accepted.PathSegments.Select(Print), parsed.Segments.Select(Print));
                }
            },
            iter: 50_000);
}
