using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Upwire;

/// <summary>How many connections may be open at once, and how many from one address.</summary>
internal sealed class ConnectionQuota(IOptions<UpwireOptions> options)
{
    private const int BytesOfNetwork = 8;

    private static readonly HandshakeRefusal TooMany = Refuse(StatusCodes.Status503ServiceUnavailable, "There are too many connections already.");

    private static readonly HandshakeRefusal TooManyFromAddress = Refuse(StatusCodes.Status429TooManyRequests, "There are too many connections from your address already.");

    private readonly int _max = options.Value.WebSockets.MaxConnections ?? int.MaxValue;
    private readonly int? _maxPerAddress = options.Value.WebSockets.MaxConnectionsPerAddress;
    private readonly Dictionary<IPAddress, int> _byAddress = [];
    private readonly Lock _gate = new();
    private int _count;

    /// <summary>The places that are taken.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether there would be a place, before anything else is done for the request.</summary>
    public HandshakeRefusal? Check(HttpContext context)
    {
        var address = AddressOf(context);
        lock (_gate)
        {
            return CheckLocked(address);
        }
    }

    /// <summary>Takes a place, if there still is one, to be given back by <see cref="Return"/>.</summary>
    public HandshakeRefusal? Take(HttpContext context)
    {
        var address = AddressOf(context);
        lock (_gate)
        {
            if (CheckLocked(address) is { } refusal)
            {
                return refusal;
            }

            _count++;
            if (address is not null)
            {
                _byAddress[address] = _byAddress.GetValueOrDefault(address) + 1;
            }

            return null;
        }
    }

    public void Return(HttpContext context)
    {
        var address = AddressOf(context);
        lock (_gate)
        {
            _count--;
            if (address is not null && --_byAddress[address] == 0)
            {
                _byAddress.Remove(address);
            }
        }
    }

    private static HandshakeRefusal Refuse(int status, string detail) => new(status, detail)
    {
        Headers = [new(HeaderNames.RetryAfter, "5")],
    };

    private HandshakeRefusal? CheckLocked(IPAddress? address) =>
        _count >= _max ? TooMany
        : address is not null && _byAddress.GetValueOrDefault(address) >= _maxPerAddress ? TooManyFromAddress
        : null;

    // Null where addresses are not counted, or there is none, as in memory.
    private IPAddress? AddressOf(HttpContext context) => _maxPerAddress is null ? null : Network(context.Connection.RemoteIpAddress);

    // Who has one address of IPv6 has the 2^64 of its network (RFC 6177).
    private static IPAddress? Network(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(BytesOfNetwork).Clear();
        return new(bytes);
    }
}
