using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Upwire.Runtime.Tests.Results;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IAsyncEnumerable<Measure>))]
[JsonSerializable(typeof(IAsyncEnumerable<SseItem<Measure>>))]
internal sealed partial class SequencesJsonContext : JsonSerializerContext;
