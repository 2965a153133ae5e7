using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Upwire.CompilerServices;

namespace Upwire.Runtime.Tests.Results;

/// <summary>What is hard to see through a server: requests without a body to answer, sources that change, an end from outside.</summary>
public sealed class ResultWriterTests
{
    // As in a native binary: nothing but a context of the user's, with the type of the items only.
    private static readonly EndpointContext Endpoint = new(
        new RouteEndpointBuilder(requestDelegate: null, RoutePatternFactory.Parse(""), order: 0)
        {
            ApplicationServices = new ServiceCollection()
                .AddSingleton<StartUpProblems>()
                .Configure<JsonOptions>(options => options.SerializerOptions.TypeInfoResolver = MeasureJsonContext.Default)
                .BuildServiceProvider(),
        },
        handler: typeof(ResultWriterTests).GetMethod(nameof(A_sequence_needs_the_contract_of_its_items_only))!,
        metadata: []);

    [Fact]
    public async Task A_sequence_needs_the_contract_of_its_items_only()
    {
        var answer = new Answer();
        await ResultWriter.WriteArrayAsync(answer.Context, Measures(2), Endpoint.GetSequenceTypeInfo<Measure>());
        Assert.Equal("""[{"value":0},{"value":1}]""", answer.Body);
    }

    [Fact]
    public async Task Events_need_the_contract_of_their_data_only()
    {
        var answer = new Answer();
        await ResultWriter.WriteEventsAsync(answer.Context, Measures(2).Select(static item => new SseItem<Measure>(item)), Endpoint.GetEventTypeInfo<Measure>());
        Assert.Equal("data: {\"value\":0}\n\ndata: {\"value\":1}\n\n", answer.Body);
    }

    [Fact]
    public void A_sequence_without_a_contract_says_which_is_missing()
    {
        var failure = Assert.Throws<InvalidOperationException>(Endpoint.GetSequenceTypeInfo<Answer>);
        Assert.Contains("[JsonSerializable(typeof(Answer))]", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes", "application/octet-stream", 3L)]
    [InlineData("stream", "application/octet-stream", 3L)]
    [InlineData("pipe", "application/octet-stream", null)]
    [InlineData("array", "application/json; charset=utf-8", null)]
    [InlineData("events", "text/event-stream", null)]
    public async Task HEAD_is_answered_without_reading_what_nobody_gets(string kind, string contentType, long? length)
    {
        var answer = new Answer("HEAD");
        var source = new MemoryStream("abc"u8.ToArray());
        await WriteAsync(answer.Context, kind, source, Failing());
        Assert.Equal(contentType, answer.Context.Response.ContentType);
        Assert.Equal(length, answer.Context.Response.ContentLength);
        Assert.Empty(answer.Body);
        Assert.Equal(kind is "stream" or "pipe", !source.CanRead);
    }

    // A timeout, or a client that left: a caller who took this for a whole answer would send the end of one.
    [Theory]
    [InlineData("bytes")]
    [InlineData("stream")]
    [InlineData("pipe")]
    [InlineData("array")]
    [InlineData("events")]
    public async Task An_answer_that_is_cancelled_does_not_end_as_if_it_were_whole(string kind)
    {
        var answer = new Answer();
        var source = new MemoryStream("abc"u8.ToArray());
        answer.Context.RequestAborted = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WriteAsync(answer.Context, kind, source, Measures(2)));
        Assert.Equal(kind is "stream" or "pipe", !source.CanRead);
    }

    [Fact]
    public async Task Events_end_when_the_application_stops()
    {
        var answer = new Answer();
        var writing = WriteAsync(answer.Context, "events", new(), Endless());
        Assert.False(writing.IsCompleted);

        answer.Lifetime.StopApplication();

        await Within.Time(writing);
        Assert.Equal("data: {\"value\":0}\n\n", answer.Body);
    }

    // It would be no array without its end.
    [Fact]
    public async Task An_array_does_not()
    {
        var answer = new Answer();
        var rest = new TaskCompletionSource<Measure>();
        var writing = WriteAsync(answer.Context, "array", new(), Later(rest.Task));

        answer.Lifetime.StopApplication();
        Assert.False(writing.IsCompleted);

        rest.SetResult(new(1));
        await Within.Time(writing);
        Assert.Equal("""[{"value":1}]""", answer.Body);
    }

    [Theory]
    [InlineData("array")]
    [InlineData("events")]
    public async Task A_sequence_that_fails_after_a_while_has_written_nothing_before_its_first_item(string kind)
    {
        var answer = new Answer();
        var first = new TaskCompletionSource<Measure>();
        var writing = WriteAsync(answer.Context, kind, new(), Later(first.Task));
        Assert.False(writing.IsCompleted);

        first.SetException(new InvalidOperationException("There is no first item."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => writing);
        await answer.Context.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task A_stream_is_announced_and_written_from_its_position_on()
    {
        var answer = new Answer();
        await ResultWriter.WriteStreamAsync(answer.Context, new MemoryStream("abc"u8.ToArray()) { Position = 2 });
        Assert.Equal("c", answer.Body);
        Assert.Equal(1, answer.Context.Response.ContentLength);
    }

    [Fact]
    public async Task A_stream_behind_its_end_is_empty()
    {
        var answer = new Answer();
        await ResultWriter.WriteStreamAsync(answer.Context, new MemoryStream("abc"u8.ToArray()) { Position = 7 });
        Assert.Empty(answer.Body);
        Assert.Equal(0, answer.Context.Response.ContentLength);
    }

    [Fact]
    public async Task A_stream_that_grows_is_written_as_far_as_it_was_announced()
    {
        var answer = new Answer();
        await ResultWriter.WriteStreamAsync(answer.Context, new GrowingStream());
        Assert.Equal("abc", answer.Body);
        Assert.Equal(3, answer.Context.Response.ContentLength);
    }

    private static Task WriteAsync(HttpContext context, string kind, MemoryStream source, IAsyncEnumerable<Measure> items) => kind switch
    {
        "bytes" => ResultWriter.WriteBytesAsync(context, source.ToArray()),
        "stream" => ResultWriter.WriteStreamAsync(context, source),
        "pipe" => ResultWriter.WritePipeAsync(context, PipeReader.Create(source)),
        "array" => ResultWriter.WriteArrayAsync(context, items, Endpoint.GetSequenceTypeInfo<Measure>()),
        "events" => ResultWriter.WriteEventsAsync(context, items.Select(static item => new SseItem<Measure>(item)), Endpoint.GetEventTypeInfo<Measure>()),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static async IAsyncEnumerable<Measure> Measures(int count, [EnumeratorCancellation] CancellationToken stop = default)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            stop.ThrowIfCancellationRequested();
            yield return new(i);
        }
    }

    private static async IAsyncEnumerable<Measure> Endless([EnumeratorCancellation] CancellationToken stop = default)
    {
        yield return new(0);
        await Task.Delay(Timeout.Infinite, stop);
    }

    private static async IAsyncEnumerable<Measure> Later(Task<Measure> item)
    {
        yield return await item;
    }

    private static IAsyncEnumerable<Measure> Failing() => Measures(1).Select(static Measure (_) => throw new InvalidOperationException("This was read."));

    /// <summary>A file that somebody goes on writing.</summary>
    private sealed class GrowingStream() : MemoryStream("abcdef"u8.ToArray())
    {
        public override long Length => 3;
    }
}
