using Microsoft.Playwright;

namespace Upwire.Tests;

/// <summary>The system's Chromium, driven by Playwright. No test downloads a browser.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

    // Without these it asks for the network before it shows a page.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is { } executable)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Arguments });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page of a visitor who shares nothing with the others.</summary>
    public async Task<IPage> OpenAsync(Uri address, ViewportSize? viewport = null)
    {
        if (_browser is null)
        {
            InstalledProgram.Miss("There is no Chromium here. Install it, or name it in CHROMIUM_PATH.");
        }

        var context = await _browser.NewContextAsync(new() { ViewportSize = viewport ?? new() { Width = 1000, Height = 700 } });
        context.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }

    private static string? Find() => Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named ? named : InstalledProgram.Find(Names);
}
