using System.Text.Json;
using System.Text.Json.Serialization;

namespace Todo;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TodoDraft))]
[JsonSerializable(typeof(TodoItem))]
[JsonSerializable(typeof(TodoItem[]))]
internal sealed partial class TodoJson : JsonSerializerContext;
