using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chat;

/// <summary>How everything that goes over the wire is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatDraft))]
[JsonSerializable(typeof(ChatMessage))]
[JsonSerializable(typeof(RoomSummary[]))]
public sealed partial class ChatJson : JsonSerializerContext;
