using System.Net;

namespace Upwire.Integration.Tests.Binding;

/// <summary>Objects and collections that fields of the query make.</summary>
public sealed class QueryObjectTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", """{"text":"","size":20,"color":5,"origin":"here","range":null,"tags":["none"],"years":[],"renamed":null,"isAdmin":false,"untouched":"fixed"}""")]
    [InlineData(
        "?text=t&size=5&color=red&origin=there&range.from=1&tags=a&tags=b&years=1&years=1&q=r&isAdmin=true&untouched=x",
        """{"text":"t","size":5,"color":0,"origin":"there","range":{"from":1,"to":100},"tags":["a","b"],"years":[1],"renamed":"r","isAdmin":false,"untouched":"fixed"}""")]
    [InlineData(
        "?SEARCH.TEXT=t&search.range.to=2&search.range.from=1&search.tags[0]=a&search.tags[7]=c&search.tags[3]=b",
        """{"text":"t","size":20,"color":5,"origin":"here","range":{"from":1,"to":2},"tags":["a","b","c"],"years":[],"renamed":null,"isAdmin":false,"untouched":"fixed"}""")]
    [InlineData(
        "?size=&color=&tags[]=a",
        """{"text":"","size":20,"color":5,"origin":"here","range":null,"tags":["a"],"years":[],"renamed":null,"isAdmin":false,"untouched":"fixed"}""")]
    public async Task An_object_is_made_of_its_fields(string query, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync($"/query-object/search{query}", Stop));

    [Theory]
    [InlineData("/optional", "null")]
    [InlineData("/optional?other=1", "null")]
    [InlineData("/optional?from=1", "1-100")]
    [InlineData("/optional?range.from=1&from=2", "1-100")]
    [InlineData("/two?first.from=1&second.from=2&second.to=3", "1-100 2-3")]
    [InlineData("/named?r.from=1", "1-100")]
    [InlineData("/list?ids=1&ids=2", "1,2")]
    [InlineData("/list?ids[1]=2&ids[0]=1", "1,2")]
    [InlineData("/list?[0]=1", "1")]
    [InlineData("/list", "")]
    [InlineData("/ranges?ranges[0].from=1&ranges[1].from=2&ranges[1].to=3", "1-100 2-3")]
    [InlineData("/ranges?[0].from=1", "1-100")]
    [InlineData("/labels?labels[a]=1&labels[b]=2", "a=1 b=2")]
    [InlineData("/labels?[a]=1", "a=1")]
    [InlineData("/labels", "")]
    [InlineData("/tree?name=a&next.name=b&children[0].name=c&children[0].children[0].name=d", "a(b()[])[c()[d()[]]]")]
    [InlineData("/area", "null")]
    [InlineData("/area?width=2&height=3", "2x3")]
    public async Task Fields_bind(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync($"/query-object{path}", Stop));

    [Theory]
    [InlineData("/search?size=x", "size", "The query parameter 'Size' is 'x'; an integer is expected.")]
    [InlineData("/search?range.to=1", "Range.From", "The query parameter 'Range.From' is missing; an integer is expected.")]
    [InlineData("/search?years=x", "Years", "The query parameter 'Years' contains 'x'; an integer is expected.")]
    [InlineData("/search?years[0]=x", "Years[0]", "The query parameter 'Years[0]' is 'x'; an integer is expected.")]
    [InlineData("/search?years[x]=1", "Years", "The query parameter 'Years[x]' is an item of a list; a number from 0 on is expected in the brackets.")]
    [InlineData("/search?years[01]=1", "Years", "The query parameter 'Years[01]' is an item of a list; a number from 0 on is expected in the brackets.")]
    [InlineData("/optional?to=1", "From", "The query parameter 'From' is missing; an integer is expected.")]
    [InlineData("/named?from=1", "r.From", "The query parameter 'r.From' is missing; an integer is expected.")]
    [InlineData("/two?first.from=1", "From", "The query parameter 'From' is missing; an integer is expected.")]
    [InlineData("/labels?labels[a]=x", "labels[a]", "The query parameter 'labels[a]' is 'x'; an integer is expected.")]
    public async Task What_does_not_fit_is_told(string path, string parameter, string message)
    {
        using var response = await app.Client.GetAsync($"/query-object{path}", Stop);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(message, problem.Only(problem.Errors!.Keys.Single(key => string.Equals(key, parameter, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public async Task A_list_has_no_more_items_than_the_limit()
    {
        string query = string.Join('&', Enumerable.Range(0, 1025).Select(static _ => "ids=1"));
        using var response = await app.Client.GetAsync($"/query-object/list?{query}", Stop);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("The query parameter 'ids' has more than 1024 items.", problem.Only("ids"));
    }
}
