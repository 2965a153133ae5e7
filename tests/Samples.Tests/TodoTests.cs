using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Upwire.Samples.Tests;

/// <summary>The sample Todo, with a database of the test's own.</summary>
public sealed class TodoTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("upwire-todo-");
    private ServerProcess _todo = null!;
    private HttpClient _client = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _todo = await ServerProcess.StartBuiltAsync("Todo", environment: new Dictionary<string, string>()
        {
            ["ConnectionStrings__Todo"] = $"Data Source={Path.Combine(_folder.FullName, "todo.db")}",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
        });

        _client = new HttpClient { BaseAddress = _todo.Address, Timeout = Patience.Limit };
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await (_todo?.DisposeAsync() ?? default);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Things_are_added_found_done_and_removed()
    {
        using var added = await _client.PostAsJsonAsync("/todos", new { title = "write" }, Stop);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var location = added.Headers.Location!;
        Assert.Equal("/todos/1", location.AbsolutePath);
        Assert.Equal("""{"id":1,"title":"write","isDone":false}""", await _client.GetStringAsync(location, Stop));

        using var done = await _client.PutAsJsonAsync(location, new { title = "write", isDone = true }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.Equal("[]", await _client.GetStringAsync("/todos?isDone=false", Stop));
        Assert.Equal("""[{"id":1,"title":"write","isDone":true}]""", await _client.GetStringAsync("/todos?isDone=true", Stop));

        using var removed = await _client.DeleteAsync(location, Stop);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var missing = await _client.GetAsync(location, Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_title_is_there_once()
    {
        using var first = await _client.PostAsJsonAsync("/todos", new { title = "write" }, Stop);
        using var second = await _client.PostAsJsonAsync("/todos", new { title = "read" }, Stop);

        using var again = await _client.PostAsJsonAsync("/todos", new { title = "write" }, Stop);
        await AssertProblemAsync(again, HttpStatusCode.Conflict);
        using var renamed = await _client.PutAsJsonAsync(second.Headers.Location, new { title = "write" }, Stop);
        await AssertProblemAsync(renamed, HttpStatusCode.Conflict);

        using var kept = await _client.PutAsJsonAsync(second.Headers.Location, new { title = "read", isDone = true }, Stop);
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/todos/7")]
    [InlineData("PUT", "/todos/7")]
    [InlineData("DELETE", "/todos/7")]
    [InlineData("GET", "/nothing")]
    public async Task What_is_not_there_is_a_problem(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Content = method == "PUT" ? JsonContent.Create(new { title = "write" }) : null;
        using var answer = await _client.SendAsync(request, Stop);
        await AssertProblemAsync(answer, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_does_not_fit_is_told_by_name()
    {
        using var empty = await _client.PostAsJsonAsync("/todos", new { title = "" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(["title"], await ReadErrorsAsync(empty));

        using var pages = await _client.GetAsync("/todos?take=1000&skip=-1", Stop);
        Assert.Equal(["skip", "take"], await ReadErrorsAsync(pages));
    }

    [Fact]
    public async Task Pages_follow_each_other()
    {
        foreach (string title in (string[])["a", "b", "c"])
        {
            using var added = await _client.PostAsJsonAsync("/todos", new { title }, Stop);
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        }

        Assert.Equal(["a", "b"], await ReadTitlesAsync("/todos?take=2"));
        Assert.Equal(["c"], await ReadTitlesAsync("/todos?skip=2&take=2"));
        Assert.Empty(await ReadTitlesAsync("/todos?skip=3"));
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        var document = await _client.GetFromJsonAsync<JsonNode>("/openapi/v1.json", Stop);

        Assert.Equal(["/todos", "/todos/{id}"], document!["paths"]!.AsObject().Select(static path => path.Key));
        Assert.Equal(["200", "400"], Statuses("/todos", "get"));
        Assert.Equal(["201", "400", "409"], Statuses("/todos", "post"));
        Assert.Equal(["200", "400", "404"], Statuses("/todos/{id}", "get"));
        Assert.Equal(["204", "400", "404", "409"], Statuses("/todos/{id}", "put"));
        Assert.Equal(["204", "400", "404"], Statuses("/todos/{id}", "delete"));

        IEnumerable<string> Statuses(string path, string method) =>
            document["paths"]![path]![method]!["responses"]!.AsObject().Select(static answer => answer.Key).Order();
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)status, (int?)(await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["status"]);
    }

    private async Task<string[]> ReadTitlesAsync(string path)
    {
        var items = await _client.GetFromJsonAsync<JsonArray>(path, Stop);
        return [.. items!.Select(static item => (string)item!["title"]!)];
    }

    private static async Task<string[]> ReadErrorsAsync(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>(Stop);
        return [.. problem!["errors"]!.AsObject().Select(static error => error.Key).Order()];
    }
}
