using System.Text.Json;
using System.Text.Json.Serialization;

namespace Upwire.Runtime.Tests.Results;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Measure))]
internal sealed partial class MeasureJsonContext : JsonSerializerContext;
