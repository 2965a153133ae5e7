using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests;

/// <summary>An application whose answers come when the test says so.</summary>
public class FeedApp : UpwireApp
{
    public Feeds Feeds { get; } = new();

    /// <summary>Reads so many bytes of an answer, and no more.</summary>
    public static async Task<string> ReadAsync(Stream body, int count)
    {
        byte[] bytes = new byte[count];
        await body.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Sends a request whose answer is read bit by bit.</summary>
    public Task<HttpResponseMessage> BeginAsync(string path) =>
        Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddSingleton(Feeds);
    }
}
