using System.Net.WebSockets;
using System.Security.Claims;
using Upwire.Runtime.Tests.Results;

namespace Upwire.Runtime.Tests;

/// <summary>Who gets a message, by whom it is addressed to.</summary>
public sealed class TargetTests : IAsyncDisposable
{
    private readonly Crowd _crowd = new();
    private readonly CrowdMember _ann;
    private readonly CrowdMember _bob;
    private readonly CrowdMember _bobAgain;
    private readonly CrowdMember _nobody;

    public TargetTests()
    {
        _ann = _crowd.Enter("ann", groups: ["red", "blue"]);
        _bob = _crowd.Enter("bob", groups: ["red"]);
        _bobAgain = _crowd.Enter("bob", groups: ["blue"]);
        _nobody = _crowd.Enter();
    }

    public ValueTask DisposeAsync() => _crowd.DisposeAsync();

    [Fact]
    public Task All_are_all() => ExpectAsync(_crowd.All, _ann, _bob, _bobAgain, _nobody);

    [Fact]
    public Task A_group_is_its_members() => ExpectAsync(_crowd.All.Group("red"), _ann, _bob);

    [Fact]
    public Task Case_makes_another_group() => ExpectAsync(_crowd.All.Group("Red"));

    [Fact]
    public Task Who_is_in_several_groups_gets_a_message_once() => ExpectAsync(_crowd.All.Groups("red", "blue", "none"), _ann, _bob, _bobAgain);

    [Fact]
    public Task A_user_is_all_of_its_connections() => ExpectAsync(_crowd.All.User("bob"), _bob, _bobAgain);

    [Fact]
    public Task Several_users_are_the_connections_of_each() => ExpectAsync(_crowd.All.Users("bob", "ann", "bob"), _ann, _bob, _bobAgain);

    [Fact]
    public Task A_connection_is_found_by_its_id() => ExpectAsync(_crowd.All.Connection(_nobody.Connection.Id), _nobody);

    [Fact]
    public Task An_id_of_nobody_reaches_nobody() => ExpectAsync(_crowd.All.Connection("AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAA"));

    [Fact]
    public Task Some_may_be_left_out() => ExpectAsync(_crowd.All.Except(_ann.Connection, _nobody.Connection), _bob, _bobAgain);

    [Fact]
    public Task Some_may_be_left_out_by_their_ids() => ExpectAsync(_crowd.All.Group("red").Except(_ann.Connection.Id, "none"), _bob);

    [Fact]
    public Task Who_is_left_out_adds_up() => ExpectAsync(_crowd.All.Groups("red", "blue").Except(_ann.Connection).Except(_bob.Connection), _bobAgain);

    [Fact]
    public async Task A_user_is_who_the_claim_says_that_the_options_name()
    {
        await using var crowd = new Crowd(options: upwire => upwire.WebSockets.UserIdClaim = ClaimTypes.Email);

        // The name is there, but not asked for.
        crowd.Enter("ann");

        Assert.Equal(0, crowd.Directory.Users.Count);
    }

    [Fact]
    public async Task A_message_is_text_bytes_or_JSON()
    {
        await Within.Time(_crowd.All.Group("red").SendAsync("Grüße"));
        await Within.Time(_crowd.All.Group("red").SendAsync(new byte[] { 1, 2 }));
        await Within.Time(_crowd.All.Group("red").SendAsync("text"u8.ToArray(), WebSocketMessageType.Text));
        await Within.Time(_crowd.All.Group("red").SendJsonAsync(new Measure(3)));

        foreach (var member in new[] { _ann, _bob })
        {
            Assert.Equal("Text [7] 'Grüße'", (await member.Transport.ReceiveAsync()).ToString());
            Assert.Equal([1, 2], (await member.Transport.ReceiveAsync()).Payload);
            Assert.Equal("Text [4] 'text'", (await member.Transport.ReceiveAsync()).ToString());
            Assert.Equal("""{"value":3}""", (await member.Transport.ReceiveAsync()).Text);
        }
    }

    [Fact]
    public async Task What_cannot_be_sent_or_named_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("text", () => _crowd.All.SendAsync((string)null!).AsTask());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("type", () => _crowd.All.SendAsync(new byte[1], WebSocketMessageType.Close).AsTask());
        Assert.Throws<ArgumentException>("name", () => _crowd.All.Group(""));
        Assert.Contains("256 characters", Assert.Throws<ArgumentException>("name", () => _crowd.All.Group(new string('x', 257))).Message);
        Assert.Throws<ArgumentNullException>("connection", () => _crowd.All.Group("red").Add(null!));
    }

    private static readonly string[] OneMessage = ["hello"];

    private async Task ExpectAsync(WebSocketRecipients recipients, params CrowdMember[] expected)
    {
        await Within.Time(recipients.SendAsync("hello"));

        foreach (var member in new[] { _ann, _bob, _bobAgain, _nobody })
        {
            Assert.Equal(expected.Contains(member) ? OneMessage : [], await member.ReceivedAsync());
        }
    }
}
