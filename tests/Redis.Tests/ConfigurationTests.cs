using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Upwire.Redis.Tests;

/// <summary>Settings that cannot work, told before anything connects.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("localhost,nonsense=1", "The Redis configuration cannot be read: ")]
    [InlineData("localhost,connectTimeout=soon", "The Redis configuration cannot be read: ")]
    [InlineData("password=s3cret", "The Redis configuration names no server. Begin it with 'host:port'.")]
    [InlineData("redis://me:s3cret@localhost:6379", "The Redis configuration is a URL. Write it as 'host:port,user=...,password=...,ssl=true' instead.")]
    public void A_configuration_that_cannot_be_read_says_why_and_repeats_no_password(string configuration, string expected)
    {
        var builder = new ServiceCollection().AddUpwire();

        var exception = Assert.Throws<ArgumentException>(nameof(configuration), () => builder.AddRedis(configuration));

        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_is_needed() => Assert.ThrowsAny<ArgumentException>(() => new ServiceCollection().AddUpwire().AddRedis(" "));

    [Fact]
    public void A_configuration_string_is_what_the_options_have()
    {
        var options = Build("redis-1:6380,redis-2,password=s3cret");

        Assert.Equal(["redis-1:6380", "redis-2:6379"], options.Configuration.EndPoints.Select(EndPoints.Format));
        Assert.Equal("s3cret", options.Configuration.Password);
    }

    [Fact]
    public void Options_without_a_server_are_refused() => AssertRefused("Property Configuration: names no server. Add one to Configuration.EndPoints, or set ConnectionFactory.", static _ => { });

    [Fact]
    public void An_empty_prefix_is_refused() => AssertRefused("Property Prefix: must not be empty.", static options => options.Prefix = "", "localhost");

    [Fact]
    public void A_time_of_nothing_is_refused() =>
        AssertRefused("Property OperationTimeout: must be longer than nothing, and at most 2147483647 ms.", static options => options.OperationTimeout = TimeSpan.Zero, "localhost");

    [Fact]
    public void A_bound_of_nothing_is_refused() => AssertRefused("Property MaxPendingBytes: must be more than 0.", static options => options.MaxPendingBytes = 0, "localhost");

    [Fact]
    public void A_factory_needs_no_server()
    {
        using var services = Services(new ServiceCollection().AddUpwire().AddRedis(static options => options.ConnectionFactory = static _ => Task.FromException<IConnectionMultiplexer>(new IOException())));

        Assert.NotNull(services.GetRequiredService<IOptions<UpwireRedisOptions>>().Value.ConnectionFactory);
    }

    private static void AssertRefused(string expected, Action<UpwireRedisOptions> configure, string? server = null)
    {
        using var services = Services(new ServiceCollection().AddUpwire().AddRedis(options =>
        {
            if (server is not null)
            {
                options.Configuration.EndPoints.Add(server);
            }

            configure(options);
        }));

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<UpwireRedisOptions>>().Value);
        Assert.Equal(expected, Assert.Single(exception.Failures));
    }

    private static UpwireRedisOptions Build(string configuration)
    {
        using var services = Services(new ServiceCollection().AddUpwire().AddRedis(configuration));
        return services.GetRequiredService<IOptions<UpwireRedisOptions>>().Value;
    }

    private static ServiceProvider Services(IUpwireBuilder builder) => builder.Services.AddLogging().BuildServiceProvider();
}
