namespace Upwire.Runtime.Tests;

/// <summary>
/// Watches a group, and keeps what it is told. It does not take one that joins twice, or changes or leaves without having joined.
/// </summary>
internal sealed class GroupView : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WebSocketMember> _members = [];
    private readonly List<string> _told = [];
    private readonly Task _reading;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GroupView(WebSocketGroup group) => _reading = ReadAsync(group);

    /// <summary>What it was told so far, each with the user's id.</summary>
    public string[] Told
    {
        get
        {
            lock (_gate)
            {
                return [.. _told];
            }
        }
    }

    public WebSocketMember[] Members
    {
        get
        {
            lock (_gate)
            {
                return [.. _members.Values];
            }
        }
    }

    /// <summary>Completes when exactly these users are there.</summary>
    public Task ExpectAsync(params string[] users) =>
        WhenAsync(() => Members.Select(static member => member.UserId).Order().SequenceEqual(users.Order()), $"{string.Join(' ', users)} to be there");

    /// <summary>Completes when exactly these members are there.</summary>
    public Task ExpectAsync(IReadOnlyCollection<WebSocketMember> members) => WhenAsync(() => members.ToHashSet().SetEquals(Members), $"{members.Count} members to be there");

    /// <summary>Completes when this was told, behind whatever else; null for nothing.</summary>
    public Task ExpectToldAsync(string? change) => WhenAsync(() => Told.LastOrDefault() == change, $"'{change}' to be told");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Within.Time(_reading, "the watching to end");
        _stop.Dispose();
    }

    private async Task WhenAsync(Func<bool> condition, string what)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            if (condition())
            {
                return;
            }

            await Within.Time(Task.WhenAny(changed, _reading), $"{what}, but it was told: {string.Join(", ", Told)}");
            Assert.False(_reading.IsCompleted, $"The watching has ended: {_reading.Exception}");
        }
    }

    private async Task ReadAsync(WebSocketGroup group)
    {
        try
        {
            await foreach (var change in group.WatchAsync(_stop.Token))
            {
                Apply(change);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // That is its end.
        }
    }

    private void Apply(WebSocketMemberChange change)
    {
        var (kind, member) = change;
        lock (_gate)
        {
            _told.Add($"{kind} {member.UserId}");
            bool isKnown = _members.TryGetValue(member.ConnectionId, out var known);
            Assert.True(isKnown == kind is not WebSocketMemberChangeKind.Joined, $"{kind} {member.ConnectionId} is told, which was {(isKnown ? "" : "not ")}there.");
            switch (kind)
            {
                case WebSocketMemberChangeKind.Left:
                    Assert.Equal(known, member);
                    _members.Remove(member.ConnectionId);
                    break;
                case WebSocketMemberChangeKind.Changed:
                    Assert.NotEqual(known, member);
                    goto default;
                default:
                    _members[member.ConnectionId] = member;
                    break;
            }

            _changed.TrySetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
