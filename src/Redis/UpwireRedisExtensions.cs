using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Upwire.Redis;

namespace Upwire;

/// <summary>Registers the Redis backplane.</summary>
public static class UpwireRedisExtensions
{
    /// <summary>Lets groups, users and connections span all nodes that use the same Redis.</summary>
    /// <param name="builder">What <c>AddUpwire</c> has returned.</param>
    /// <param name="configuration">A configuration string of StackExchange.Redis, such as <c>redis-1:6379,redis-2:6379,password=...,ssl=true</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentException">The configuration string cannot be read, or names no server.</exception>
    public static IUpwireBuilder AddRedis(this IUpwireBuilder builder, string configuration)
    {
        var parsed = Parse(configuration);
        return builder.AddRedis(options => options.Configuration = parsed.Clone());
    }

    /// <summary>Lets groups, users and connections span all nodes that use the same Redis.</summary>
    /// <param name="builder">What <c>AddUpwire</c> has returned.</param>
    /// <param name="configure">Sets which Redis, and how it is used.</param>
    /// <returns>The same builder.</returns>
    public static IUpwireBuilder AddRedis(this IUpwireBuilder builder, Action<UpwireRedisOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);

        builder.Services.AddOptions<UpwireRedisOptions>().Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<UpwireRedisOptions>, UpwireRedisOptionsValidation>());
        return builder.AddBackplane<RedisBackplane>();
    }

    // No message repeats the string: there may be a password in it.
    private static ConfigurationOptions Parse(string configuration)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(configuration);
        if (configuration.Contains("://", StringComparison.Ordinal))
        {
            throw new ArgumentException("The Redis configuration is a URL. Write it as 'host:port,user=...,password=...,ssl=true' instead.", nameof(configuration));
        }

        ConfigurationOptions options;
        try
        {
            options = ConfigurationOptions.Parse(configuration);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new ArgumentException($"The Redis configuration cannot be read: {exception.Message}", nameof(configuration), exception);
        }

        options.SetDefaultPorts();
        return options.EndPoints.Count > 0
            ? options
            : throw new ArgumentException("The Redis configuration names no server. Begin it with 'host:port'.", nameof(configuration));
    }
}
