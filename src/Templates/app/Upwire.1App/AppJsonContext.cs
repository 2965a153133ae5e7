using System.Text.Json.Serialization;

namespace UpwireNamespace;

[JsonSerializable(typeof(RoomSummary))]
[JsonSerializable(typeof(Announcement))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
