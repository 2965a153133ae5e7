using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Upwire.Integration.Tests.Chat;

/// <summary>The sample Chat, as people use it: in browsers.</summary>
public sealed class ChatPageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private static readonly ViewportSize Phone = new() { Width = 360, Height = 640 };

    private readonly List<IPage> _pages = [];
    private ServerProcess _chat = null!;

    static ChatPageTests() => SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);

    public async ValueTask InitializeAsync() => _chat = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            await TakeScreenshotsAsync();
        }

        foreach (var page in _pages)
        {
            await page.Context.DisposeAsync();
        }

        await _chat.DisposeAsync();
    }

    [Fact]
    public async Task Two_people_chat()
    {
        var ann = await JoinAsync("Ann");
        await Expect(ann.Locator("#log")).ToContainTextAsync("You joined lobby");
        var bob = await JoinAsync("Bob");
        await Expect(ann.Locator("#log")).ToContainTextAsync("Bob joined");
        foreach (var page in _pages)
        {
            await Expect(page.Locator("#members li")).ToHaveTextAsync(["Ann", "Bob"]);
        }

        await SayAsync(ann, "Hello, Bob!");
        await Expect(Messages(bob)).ToHaveTextAsync(["Hello, Bob!"]);
        await SayAsync(bob, "Hello, Ann!\nHow are you?");
        foreach (var page in _pages)
        {
            await Expect(Messages(page)).ToHaveTextAsync(["Hello, Bob!", "Hello, Ann!\nHow are you?"], new() { UseInnerText = true });
            await Expect(page.Locator(".message .author")).ToHaveTextAsync(["Ann", "Bob"]);
            await Expect(page.Locator(".pending")).ToHaveCountAsync(0);
        }

        await KeepScreenshotAsync(ann, "two-people-desktop");
        await bob.Locator("#leave").ClickAsync();
        await Expect(ann.Locator("#log")).ToContainTextAsync("Bob left");
        await Expect(ann.Locator("#members li")).ToHaveTextAsync(["Ann"]);
    }

    [Fact]
    public async Task A_newcomer_reads_what_was_said()
    {
        var ann = await JoinAsync("Ann");
        await SayAsync(ann, "Is anybody here?");
        await Expect(ann.Locator(".pending")).ToHaveCountAsync(0);
        var bob = await JoinAsync("Bob");
        await Expect(Messages(bob)).ToHaveTextAsync(["Is anybody here?"]);
    }

    [Fact]
    public async Task The_page_comes_back_by_itself_and_loses_nothing()
    {
        var ann = await JoinAsync("Ann");
        var bob = await JoinAsync("Bob");
        int port = _chat.Address.Port;
        await _chat.DisposeAsync();
        await Expect(ann.Locator("#status")).ToHaveAttributeAsync("data-state", "offline");

        await SayAsync(ann, "written while the server was away");
        await ann.Locator("#text").FillAsync("half a sentence");
        await Expect(ann.Locator(".pending .note")).ToHaveTextAsync("waiting for the connection");

        _chat = await StartAsync(port);
        foreach (var page in _pages)
        {
            await Expect(page.Locator("#status")).ToHaveAttributeAsync("data-state", "connected");
            await Expect(page.Locator("#members li")).ToHaveCountAsync(2);
            await Expect(Messages(page)).ToHaveTextAsync(["written while the server was away"]);
        }

        await Expect(ann.Locator("#text")).ToHaveValueAsync("half a sentence");
        await ann.Locator("#send button").ClickAsync();
        await Expect(Messages(bob)).ToHaveTextAsync(["written while the server was away", "half a sentence"]);
    }

    [Fact]
    public async Task What_people_write_is_text_and_never_a_page()
    {
        const string Attack = """<img src=x onerror="window.attacked = true"><script>window.attacked = true</script><b>bold</b>""";
        const string Name = "<b>Eve</b><i>";
        var ann = await JoinAsync("Ann");
        var eve = await JoinAsync(Name, room: "lobby");
        await SayAsync(eve, Attack);
        foreach (var page in _pages)
        {
            await Expect(Messages(page)).ToHaveTextAsync([Attack]);
            await Expect(page.Locator(".author")).ToHaveTextAsync([Name]);
            await Expect(page.Locator("#log img, #log script, #log b, #log i, #members b")).ToHaveCountAsync(0);
            Assert.False(await page.EvaluateAsync<bool>("window.attacked === true"));
        }

        await Expect(ann.Locator("#members")).ToContainTextAsync(Name);
    }

    [Fact]
    public async Task A_phone_scrolls_in_one_direction_only()
    {
        var ann = await JoinAsync("Ann", viewport: Phone);
        await AssertFitsAsync(ann);
        var bob = await JoinAsync("Bob with a name that goes on and on and on", viewport: Phone);
        await SayAsync(bob, new string('w', 500));
        await SayAsync(bob, "See you in the garden at six?");
        await Expect(Messages(ann)).ToHaveCountAsync(2);
        await SayAsync(ann, "I will be there.");
        await Expect(Messages(bob)).ToHaveCountAsync(3);
        await KeepScreenshotAsync(ann, "two-people-phone");
        foreach (var page in _pages)
        {
            await AssertFitsAsync(page);
            await Expect(page.Locator("#text")).ToBeInViewportAsync(new() { Ratio = 1 });
        }
    }

    private static Task<ServerProcess> StartAsync(int port = 0) => ServerProcess.StartBuiltAsync("Chat", port);

    private async Task<IPage> JoinAsync(string name, string room = "lobby", ViewportSize? viewport = null)
    {
        var page = await browser.OpenAsync(_chat.Address, viewport);
        _pages.Add(page);
        await AssertFitsAsync(page);
        await page.Locator("#name").FillAsync(name.Length > 40 ? name[..40] : name);
        await page.Locator("#room").FillAsync(room);
        await page.Locator("#join button").ClickAsync();
        await Expect(page.Locator("#status")).ToHaveAttributeAsync("data-state", "connected");
        return page;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#text").FillAsync(text);
        await page.Locator("#text").PressAsync("Enter");
    }

    private static ILocator Messages(IPage page) => page.Locator("#log .message p");

    private static async Task AssertFitsAsync(IPage page) =>
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth && document.getElementById('log').scrollWidth <= document.getElementById('log').clientWidth"),
            "The page is wider than its window.");

    private async Task TakeScreenshotsAsync()
    {
        for (int i = 0; i < _pages.Count; i++)
        {
            await KeepScreenshotAsync(_pages[i], $"failed-{TestContext.Current.TestMethod?.MethodName}-{i + 1}");
        }
    }

    private static async Task KeepScreenshotAsync(IPage page, string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Screenshots", $"{name}.png");
        await page.ScreenshotAsync(new() { Path = path });
        TestContext.Current.TestOutputHelper?.WriteLine(path);
    }
}
