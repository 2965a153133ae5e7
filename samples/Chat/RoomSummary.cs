namespace Chat;

/// <summary>A room in the list of rooms. A user who is there in two tabs is one member.</summary>
public sealed record RoomSummary(string Name, int Members);
