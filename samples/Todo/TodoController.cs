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
    [EndpointName("GetTodo")]
    public Task<TodoItem?> Get(long id) => store.FindAsync(id);

    [HttpPost]
    [ProducesProblem(StatusCodes.Status409Conflict)]
    public async Task<Results<CreatedAtRoute<TodoItem>, ProblemHttpResult>> Add(TodoDraft draft) =>
        await store.AddAsync(draft) is { } item
            ? TypedResults.CreatedAtRoute(item, "GetTodo", new RouteValueDictionary { ["id"] = item.Id })
            : IsThere(draft.Title);

    [HttpPut("/<id:long>")]
    [ProducesProblem(StatusCodes.Status404NotFound)]
    [ProducesProblem(StatusCodes.Status409Conflict)]
    public async Task<Results<NoContent, NotFound, ProblemHttpResult>> Replace(long id, TodoDraft draft) =>
        await store.ReplaceAsync(id, draft) switch
        {
            Replacement.Done => TypedResults.NoContent(),
            Replacement.TitleTaken => IsThere(draft.Title),
            _ => TypedResults.NotFound(),
        };

    [HttpDelete("/<id:long>")]
    [ProducesProblem(StatusCodes.Status404NotFound)]
    public async Task<Results<NoContent, NotFound>> Remove(long id) =>
        await store.RemoveAsync(id) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static ProblemHttpResult IsThere(string title) =>
        TypedResults.Problem($"'{title}' is to be done already.", statusCode: StatusCodes.Status409Conflict);
}
