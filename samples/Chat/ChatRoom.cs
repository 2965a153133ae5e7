namespace Chat;

/// <summary>
/// The members of a room and what they said last. One lock orders everything that happens in the room, so
/// that all members see the same order, and a new one gets each message once: from the history or live.
/// Under the lock messages are only queued; nothing is sent and no connection is touched.
/// </summary>
public sealed class ChatRoom(string name)
{
    private const int MaxHistory = 50;

    private readonly Lock _gate = new();
    private readonly List<ChatMember> _members = [];
    private readonly Queue<byte[]> _history = new(MaxHistory);
    private bool _isClosed;

    public string Name => name;

    public RoomSummary Summarize()
    {
        lock (_gate)
        {
            return new(name, Users().Length);
        }
    }

    /// <summary>Lets a member in. False when the last one has left and the room is about to disappear.</summary>
    public bool TryJoin(ChatMember member)
    {
        List<ChatMember> tooSlow = [];
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            // A second tab of somebody who is here already is no news to the others.
            if (!IsHere(member.User))
            {
                tooSlow = Deliver(ChatMessage.Joined(member.User).ToUtf8());
            }

            _members.Add(member);
            Welcome(member);
        }

        Drop(tooSlow);
        return true;
    }

    /// <summary>Lets a member out. True when it was the last one: the room is closed for good.</summary>
    public bool Leave(ChatMember member)
    {
        List<ChatMember> tooSlow = [];
        bool wasLast;
        lock (_gate)
        {
            _members.Remove(member);
            member.EndQueue();
            wasLast = _isClosed = _members.Count == 0;
            if (!IsHere(member.User))
            {
                tooSlow = Deliver(ChatMessage.Left(member.User).ToUtf8());
            }
        }

        Drop(tooSlow);
        return wasLast;
    }

    /// <summary>Sends a message to every member, the sender included, and keeps it for those who come later.</summary>
    public void Publish(ChatMessage message)
    {
        byte[] utf8 = message.ToUtf8();
        List<ChatMember> tooSlow;
        lock (_gate)
        {
            if (_history.Count == MaxHistory)
            {
                _history.Dequeue();
            }

            _history.Enqueue(utf8);
            tooSlow = Deliver(utf8);
        }

        Drop(tooSlow);
    }

    private void Welcome(ChatMember member)
    {
        foreach (byte[] message in _history)
        {
            member.Offer(message);
        }

        member.Offer(ChatMessage.Here(Users()).ToUtf8());
    }

    private bool IsHere(string user) => _members.Exists(member => member.User == user);

    private string[] Users() => [.. _members.Select(member => member.User).Distinct()];

    private List<ChatMember> Deliver(byte[] message) => _members.FindAll(member => !member.Offer(message));

    // Not under the lock: a connection that ends may run its handler, which leaves the room, at once and on this thread.
    private static void Drop(List<ChatMember> tooSlow)
    {
        foreach (var member in tooSlow)
        {
            member.Drop();
        }
    }
}
