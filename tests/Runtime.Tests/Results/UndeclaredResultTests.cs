using System.Net.ServerSentEvents;
using System.Text.Json;
using Upwire.CompilerServices;

namespace Upwire.Runtime.Tests.Results;

/// <summary>As in a native binary: nobody can name an iterator's type in a context, only the interface that it implements.</summary>
public sealed class UndeclaredResultTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { TypeInfoResolver = SequencesJsonContext.Default };

    [Fact]
    public async Task A_sequence_is_written_by_the_contract_of_what_it_implements()
    {
        var answer = new Answer();
        await ResultWriter.WriteObjectAsync(answer.Context, Measures(), Options);
        Assert.Equal("""[{"value":1}]""", answer.Body);
    }

    [Fact]
    public async Task Events_are_not_written_as_values()
    {
        var answer = new Answer();
        var events = Measures().Select(static item => new SseItem<Measure>(item));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ResultWriter.WriteObjectAsync(answer.Context, events, Options));
        Assert.Contains("Return TypedResults.ServerSentEvents(...) instead.", failure.Message, StringComparison.Ordinal);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task What_nothing_is_known_of_is_a_failure()
    {
        var answer = new Answer();
        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => ResultWriter.WriteObjectAsync(answer.Context, new Version(1, 0), Options));
        Assert.Contains("System.Version", failure.Message, StringComparison.Ordinal);
        Assert.Empty(answer.Body);
    }

    private static async IAsyncEnumerable<Measure> Measures()
    {
        await Task.Yield();
        yield return new(1);
    }
}
