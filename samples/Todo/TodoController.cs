using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Upwire;

namespace Todo;

/// <summary>Things to do, as a REST API.</summary>
[Route("/todos")]
[Tags("Todos")]
public sealed class TodoController(TodoStore store)
{
    [HttpGet]
    public Task<TodoItem[]> List(bool? isDone, [Range(0, int.MaxValue)] int skip = 0, [Range(1, 100)] int take = 20) => store.ListAsync(isDone, skip, take);

    // Null answers 404.
    [HttpGet("/<id:long>")]
    [EndpointName(nameof(Get))]
    public Task<TodoItem?> Get(long id) => store.FindAsync(id);

    [HttpPost]
    public async Task<Results<CreatedAtRoute<TodoItem>, ProblemHttpResult>> Add(TodoDraft draft) =>
        await store.AddAsync(draft) is { } item
            ? TypedResults.CreatedAtRoute(item, nameof(Get), new RouteValueDictionary { ["id"] = item.Id })
            : TypedResults.Problem($"'{draft.Title}' is to be done already.", statusCode: StatusCodes.Status409Conflict);

    [HttpPut("/<id:long>")]
    public async Task<Results<NoContent, NotFound>> Replace(long id, TodoDraft draft) =>
        await store.ReplaceAsync(id, draft) ? TypedResults.NoContent() : TypedResults.NotFound();

    [HttpDelete("/<id:long>")]
    public async Task<Results<NoContent, NotFound>> Remove(long id) =>
        await store.RemoveAsync(id) ? TypedResults.NoContent() : TypedResults.NotFound();
}
