using System.Text.Json.Serialization;

namespace Hello;

[JsonSerializable(typeof(Greeting))]
internal sealed partial class HelloJsonContext : JsonSerializerContext;
