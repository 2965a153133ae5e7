using System.Runtime.CompilerServices;

namespace Upwire.Runtime.Tests;

/// <summary>Bounds every wait: a test that would hang says what it waited for.</summary>
internal static class Within
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task Time(Task task, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        try
        {
            await task.WaitAsync(Limit);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            Assert.Fail($"Still waiting after {Limit.TotalSeconds} s for: {what}");
        }
    }

    public static async Task<T> Time<T>(Task<T> task, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        await Time((Task)task, what);
        return await task;
    }

    public static Task<T> Time<T>(ValueTask<T> task, [CallerArgumentExpression(nameof(task))] string what = "") => Time(task.AsTask(), what);

    public static Task Time(ValueTask task, [CallerArgumentExpression(nameof(task))] string what = "") => Time(task.AsTask(), what);

    public static async Task Cancelled(CancellationToken token, [CallerArgumentExpression(nameof(token))] string what = "")
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (token.Register(() => cancelled.TrySetResult()))
        {
            await Time(cancelled.Task, what);
        }
    }
}
