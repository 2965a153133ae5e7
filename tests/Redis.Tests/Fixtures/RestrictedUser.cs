namespace Upwire.Redis.Tests;

/// <summary>The user that docs/scale-out.md recommends.</summary>
internal static class RestrictedUser
{
    private const string Rights = "resetkeys resetchannels &chat:* -@all +@pubsub +@connection +info +cluster|nodes +cluster|slots";

    /// <summary>Makes the user, and starts a node that is it.</summary>
    public static async Task<Node> StartNodeAsync(RedisServer server)
    {
        Assert.StartsWith("+OK", await server.AskAsync($"ACL SETUSER chat on >password {Rights}"), StringComparison.Ordinal);
        return await Node.StartAsync($"{server.Configuration},user=chat,password=password,tiebreaker=,configChannel=", static options => options.Prefix = "chat");
    }
}
