namespace Chat;

/// <summary>What was said last in each room, as it was sent.</summary>
public interface IChatHistory
{
    /// <summary>The messages that are kept of a room.</summary>
    const int MaxMessages = 50;

    /// <summary>Keeps a message. What cannot be kept is not said to have failed: those who are there hear it.</summary>
    Task AddAsync(string room, byte[] message);

    /// <summary>The messages of a room, the oldest first; none where they cannot be read.</summary>
    Task<IReadOnlyList<byte[]>> ReadAsync(string room);
}
