using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ticker;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(Quote[]))]
public sealed partial class TickerJson : JsonSerializerContext;
