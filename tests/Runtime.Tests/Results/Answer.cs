using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Upwire.Runtime.Tests.Results;

/// <summary>A request whose answer stays in memory.</summary>
internal sealed class Answer
{
    public Answer(string method = "GET")
    {
        Context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton<IHostApplicationLifetime>(Lifetime).BuildServiceProvider() };
        Context.Request.Method = method;
        Context.Response.Body = new MemoryStream();
    }

    public HttpContext Context { get; }

    /// <summary>That of its application.</summary>
    public ApplicationLifetime Lifetime { get; } = new(NullLogger<ApplicationLifetime>.Instance);

    public string Body => Encoding.UTF8.GetString(((MemoryStream)Context.Response.Body).ToArray());
}
