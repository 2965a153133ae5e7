using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Benchmarks;

/// <summary>A request with what a server gives it, made before anything is measured.</summary>
internal sealed class InProcessRequest : IHttpRequestBodyDetectionFeature, IRequestBodyPipeFeature
{
    private readonly NullWriter _writer = new();

    public InProcessRequest(IServiceProvider services, Row row)
    {
        Reader = PipeReader.Create(new ReadOnlySequence<byte>(row.Body));
        CanHaveBody = row.Body.Length > 0;
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Method = row.Method, Path = row.Path, QueryString = row.Query, Body = Reader.AsStream() });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new NullResponseBody(_writer));
        features.Set<IHttpRequestBodyDetectionFeature>(this);
        features.Set<IRequestBodyPipeFeature>(this);
        Context = new DefaultHttpContext(features) { RequestServices = services };
        Context.Request.RouteValues = new RouteValueDictionary(Values(row));
        if (CanHaveBody)
        {
            Context.Request.ContentType = "application/json";
            Context.Request.ContentLength = row.Body.Length;
        }

        // They exist where the router has run.
        _ = Context.Response.Headers;
        _ = Context.RequestAborted;
    }

    public HttpContext Context { get; }

    public long Written => _writer.Written;

    public bool CanHaveBody { get; }

    public PipeReader Reader { get; }

    private static IEnumerable<KeyValuePair<string, object?>> Values(Row row)
    {
        string[] segments = row.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return RoutePatternFactory.Parse(row.Template).PathSegments
            .Select((segment, i) => (Part: segment.Parts[0] as RoutePatternParameterPart, Text: segments[i]))
            .Where(static pair => pair.Part is not null)
            .Select(static pair => KeyValuePair.Create(pair.Part!.Name, (object?)pair.Text));
    }
}
