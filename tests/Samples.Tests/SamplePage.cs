using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Upwire.Samples.Tests;

/// <summary>A sample's page in a browser. It may ask its own server only, must fit a phone, and is kept as screenshots to look at.</summary>
internal sealed class SamplePage : IAsyncDisposable
{
    private readonly IPage _page;
    private readonly string _name;
    private readonly List<string> _complaints = [];

    private SamplePage(IPage page, string name)
    {
        (_page, _name) = (page, name);

        // Whatever its content security policy refuses, and each exception, is told here.
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) => _complaints.AddRange(message.Text.Contains("Content Security Policy", StringComparison.Ordinal) ? [message.Text] : []);
    }

    static SamplePage() => SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);

    /// <summary>Opens the page; its name is that of its screenshots.</summary>
    public static async Task<SamplePage> OpenAsync(Browser browser, Uri address, string name)
    {
        var page = await browser.OpenAsync(new Uri("about:blank"));
        var opened = new SamplePage(page, name);
        page.Request += (_, request) => opened._complaints.AddRange(IsOwn(address, request.Url) ? [] : [$"asks elsewhere: {request.Url}"]);
        await page.GotoAsync(address.ToString());
        return opened;
    }

    public ILocator Locator(string selector) => _page.Locator(selector);

    /// <summary>Looks at the page as it is now: in the light on a desk, in the dark on a phone, where nothing may be wider than the screen.</summary>
    public async Task CheckAsync()
    {
        await KeepScreenshotAsync("desktop");
        await _page.SetViewportSizeAsync(360, 740);
        await _page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await KeepScreenshotAsync("phone");
        Assert.True(await _page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The page is wider than a phone.");
        Assert.Empty(_complaints);
    }

    public ValueTask DisposeAsync() => _page.Context.DisposeAsync();

    private static bool IsOwn(Uri address, string url) =>
        url.StartsWith("data:", StringComparison.Ordinal) || new Uri(url).Authority == address.Authority;

    private async Task KeepScreenshotAsync(string screen)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Screenshots", $"{_name}-{screen}.png");
        await _page.ScreenshotAsync(new() { Path = path });
        TestContext.Current.TestOutputHelper?.WriteLine(path);
    }
}
