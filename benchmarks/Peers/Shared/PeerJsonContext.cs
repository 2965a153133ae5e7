using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benchmarks;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(string))]
public sealed partial class PeerJsonContext : JsonSerializerContext;
