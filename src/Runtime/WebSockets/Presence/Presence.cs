using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire;

/// <summary>Who is there, on this server and, by the backplane, if there is one, on others.</summary>
internal sealed class Presence(ConnectionDirectory directory, LocalDelivery delivery, WatchedGroups groups, IServiceProvider services)
{
    private readonly BackplaneNode? _others = services.GetService<BackplaneNode>();

    public async ValueTask<IReadOnlyList<WebSocketMember>> MembersAsync(Audience audience, CancellationToken stop)
    {
        var elsewhere = _others is null ? [] : await _others.MembersAsync(audience, stop);
        return [.. delivery.Members(audience).Select(directory.Describe), .. elsewhere];
    }

    public async IAsyncEnumerable<WebSocketMemberChange> WatchAsync(string group, [EnumeratorCancellation] CancellationToken stop)
    {
        var watcher = new MemberWatcher();
        groups.Begin(group, watcher);
        try
        {
            await foreach (var change in watcher.ReadAllAsync(stop))
            {
                yield return change;
            }
        }
        finally
        {
            groups.End(group, watcher);
        }
    }
}
