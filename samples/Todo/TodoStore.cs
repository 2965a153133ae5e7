using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

[module: DapperAot]

namespace Todo;

/// <summary>What there is to do, in SQLite.</summary>
public sealed class TodoStore(string connectionString)
{
    public async Task CreateAsync()
    {
        await using var database = await OpenAsync();
        await database.ExecuteAsync("CREATE TABLE IF NOT EXISTS items (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE, isDone INTEGER NOT NULL)");
    }

    public async Task<TodoItem[]> ListAsync(bool? isDone, int skip, int take)
    {
        await using var database = await OpenAsync();
        var items = await database.QueryAsync<TodoItem>(
            "SELECT id, title, isDone FROM items WHERE @isDone IS NULL OR isDone = @isDone ORDER BY id LIMIT @take OFFSET @skip",
            new { isDone, skip, take });

        return [.. items];
    }

    public async Task<TodoItem?> FindAsync(long id)
    {
        await using var database = await OpenAsync();
        return await database.QueryFirstOrDefaultAsync<TodoItem>("SELECT id, title, isDone FROM items WHERE id = @id", new { id });
    }

    /// <summary>Adds an item; null where there is one of that title.</summary>
    public async Task<TodoItem?> AddAsync(TodoDraft draft)
    {
        await using var database = await OpenAsync();
        return await database.QueryFirstOrDefaultAsync<TodoItem>(
            "INSERT INTO items (title, isDone) VALUES (@Title, @IsDone) ON CONFLICT DO NOTHING RETURNING id, title, isDone",
            draft);
    }

    public async Task<Replacement> ReplaceAsync(long id, TodoDraft draft)
    {
        await using var database = await OpenAsync();
        try
        {
            int count = await database.ExecuteAsync(
                "UPDATE items SET title = @title, isDone = @isDone WHERE id = @id",
                new { id, title = draft.Title, isDone = draft.IsDone });

            return count > 0 ? Replacement.Done : Replacement.NotFound;
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE)
        {
            return Replacement.TitleTaken;
        }
    }

    public async Task<bool> RemoveAsync(long id)
    {
        await using var database = await OpenAsync();
        return await database.ExecuteAsync("DELETE FROM items WHERE id = @id", new { id }) > 0;
    }

    // Connections are pooled by the provider.
    private async Task<DbConnection> OpenAsync()
    {
        var database = new SqliteConnection(connectionString);
        await database.OpenAsync();
        return database;
    }
}
