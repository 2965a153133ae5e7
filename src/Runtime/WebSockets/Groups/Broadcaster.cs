using Microsoft.Extensions.DependencyInjection;

namespace Upwire;

/// <summary>Sends to many: to those of this server, and by the backplane, if there is one, to those of others.</summary>
internal sealed class Broadcaster(LocalDelivery delivery, IServiceProvider services)
{
    private readonly BackplaneNode? _others = services.GetService<BackplaneNode>();
    private readonly MessageJson _json = new(ApplicationJson.Options(services));

    public ValueTask SendAsync(Audience audience, SharedFrame frame, CancellationToken stop)
    {
        var here = delivery.Deliver(audience, frame, waits: true).WhenDoneAsync(stop);
        if (_others is null)
        {
            return here;
        }

        var elsewhere = _others.PublishAsync(audience, frame, stop);
        return here.IsCompletedSuccessfully ? elsewhere : new(Task.WhenAll(here.AsTask(), elsewhere.AsTask()));
    }

    public ValueTask SendJsonAsync<T>(Audience audience, T value, CancellationToken stop) => SendAsync(audience, _json.ToSharedFrame(value), stop);

    /// <summary>Completes when what other servers send to a group reaches this one.</summary>
    public ValueTask WhenReachedAsync(string group, CancellationToken stop) => _others is null ? default : new(_others.WhenReachedAsync(group).WaitAsync(stop));

    /// <summary>Counts on all servers.</summary>
    public async ValueTask<long> CountAsync(Audience audience, CancellationToken stop)
    {
        long elsewhere = _others is null ? 0 : await _others.CountAsync(audience, stop);
        return delivery.Count(audience) + elsewhere;
    }
}
