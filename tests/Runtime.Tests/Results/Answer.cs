using System.Text;
using Microsoft.AspNetCore.Http;

namespace Upwire.Runtime.Tests.Results;

/// <summary>A request whose answer stays in memory.</summary>
internal sealed class Answer
{
    public Answer(string method = "GET")
    {
        Context = new DefaultHttpContext();
        Context.Request.Method = method;
        Context.Response.Body = new MemoryStream();
    }

    public HttpContext Context { get; }

    public string Body => Encoding.UTF8.GetString(((MemoryStream)Context.Response.Body).ToArray());
}
