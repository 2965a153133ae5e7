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
        _todo = await Sample.StartAsync("Todo", new()
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

        using var again = await _client.PostAsJsonAsync("/todos", new { title = "write" }, Stop);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("application/problem+json", again.Content.Headers.ContentType?.MediaType);

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
    public async Task What_does_not_fit_is_told_by_name()
    {
        using var empty = await _client.PostAsJsonAsync("/todos", new { title = "" }, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(["title"], await ReadErrorsAsync(empty));

        using var pages = await _client.GetAsync("/todos?take=1000&skip=-1", Stop);
        Assert.Equal(["skip", "take"], await ReadErrorsAsync(pages));
    }

    [Fact]
    public async Task The_API_describes_itself()
    {
        var document = await _client.GetFromJsonAsync<JsonNode>("/openapi/v1.json", Stop);

        Assert.Equal(["/todos", "/todos/{id}"], document!["paths"]!.AsObject().Select(static path => path.Key));
        Assert.Equal(["201", "400"], document["paths"]!["/todos"]!["post"]!["responses"]!.AsObject().Select(static answer => answer.Key).Where(static status => status is "201" or "400").Order());
    }

    private static async Task<string[]> ReadErrorsAsync(HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>(Stop);
        return [.. problem!["errors"]!.AsObject().Select(static error => error.Key).Order()];
    }
}
