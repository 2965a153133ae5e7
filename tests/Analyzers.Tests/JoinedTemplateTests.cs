using Microsoft.AspNetCore.Routing.Patterns;
using Upwire.Generators.Parsing;

namespace Upwire.Analyzers.Tests;

public sealed class JoinedTemplateTests
{
    [Theory]
    [InlineData(null, "", "/")]
    [InlineData(null, "/", "/")]
    [InlineData(null, "a", "/a")]
    [InlineData(null, "/a", "/a")]
    [InlineData("", "a", "/a")]
    [InlineData("/", "", "/")]
    [InlineData("/", "/", "/")]
    [InlineData("/", "/a", "/a")]
    [InlineData("p", "", "/p")]
    [InlineData("/p", "", "/p")]
    [InlineData("/p", "/", "/p")]
    [InlineData("/p/", "", "/p")]
    [InlineData("p", "a", "/p/a")]
    [InlineData("/p", "a", "/p/a")]
    [InlineData("/p", "/a", "/p/a")]
    [InlineData("/p/", "a", "/p/a")]
    [InlineData("/p/", "/a", "/p/a")]
    [InlineData("p/", "/a/", "/p/a/")]
    [InlineData("/p", "~/a", "/a")]
    [InlineData("/p", "~/", "/")]
    [InlineData(null, "~/a", "/a")]
    public void Joins_with_one_slash(string? prefix, string template, string joined)
    {
        Assert.Equal(joined, JoinedTemplate.Join(prefix, template).Text);
        Assert.Empty(RouteTemplateParser.Parse(joined).Errors);
        RoutePatternFactory.Parse(joined);
    }

    [Theory]
    [InlineData("/p//", "a")]
    [InlineData("/p", "//a")]
    [InlineData("//p", "a")]
    public void Leaves_a_second_slash_to_be_refused(string prefix, string template) =>
        Assert.NotEmpty(RouteTemplateParser.Parse(JoinedTemplate.Join(prefix, template).Text).Errors);

    [Theory]
    [InlineData("/p/<x>", "/a/<y>")]
    [InlineData("p/<x>/", "a/<y>")]
    [InlineData("<x>", "<y>")]
    [InlineData("/<x>/", "/<y>/")]
    public void Finds_the_way_back(string prefix, string template)
    {
        var joined = JoinedTemplate.Join(prefix, template);

        Assert.Equal((true, prefix.IndexOf('x', StringComparison.Ordinal)), joined.Locate(joined.Text.IndexOf('x', StringComparison.Ordinal)));
        Assert.Equal((false, template.IndexOf('y', StringComparison.Ordinal)), joined.Locate(joined.Text.IndexOf('y', StringComparison.Ordinal)));
    }

    [Fact]
    public void Finds_the_way_back_to_a_template_that_stands_alone()
    {
        var joined = JoinedTemplate.Join("/p/<x>", "~/a/<y>");

        Assert.Equal((false, 5), joined.Locate(joined.Text.IndexOf('y', StringComparison.Ordinal)));
    }
}
