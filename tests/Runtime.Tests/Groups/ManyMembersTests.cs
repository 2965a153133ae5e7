namespace Upwire.Runtime.Tests;

/// <summary>A group of ten thousand.</summary>
public sealed class ManyMembersTests
{
    private const int Members = 10_000;
    private const int Senders = 3;
    private const int MessagesOfEach = 8;

    [Fact]
    public async Task All_get_each_message_once_and_in_the_order_of_its_sender_while_others_come_and_go()
    {
        var crowd = new Crowd();
        var group = crowd.All.Group("red");
        CrowdMember[] members = [.. Enumerable.Range(0, Members).Select(_ => crowd.Enter("red"))];
        CrowdMember[] passers = [.. Enumerable.Range(0, 50).Select(_ => crowd.Enter())];
        using var sent = new CancellationTokenSource();
        var passing = Task.Run(() => ComeAndGo(group, passers, sent.Token));

        await Within.Time(Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAsync(group, sender)))), "all to send");
        await sent.CancelAsync();
        await Within.Time(passing, "the others to end");

        foreach (var member in members)
        {
            var received = await member.ReceivedAsync();
            Assert.Equal(Senders * MessagesOfEach, received.Count);
            for (int sender = 0; sender < Senders; sender++)
            {
                Assert.Equal(Enumerable.Range(0, MessagesOfEach).Select(i => $"{sender}:{i}"), received.Where(text => text.StartsWith($"{sender}:", StringComparison.Ordinal)));
            }
        }

        Assert.Equal(Members, group.Count);
        await crowd.DisposeAsync();
        Assert.Empty(group);
        Assert.Null(crowd.Directory.Groups.Find("red"));
    }

    private static async Task SendAsync(WebSocketGroup group, int sender)
    {
        for (int i = 0; i < MessagesOfEach; i++)
        {
            await group.SendAsync($"{sender}:{i}");
        }
    }

    private static void ComeAndGo(WebSocketGroup group, CrowdMember[] passers, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Array.ForEach(passers, passer => group.Add(passer.Connection));
            Array.ForEach(passers, passer => group.Remove(passer.Connection));
        }
    }
}
