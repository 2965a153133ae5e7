using System.Globalization;

namespace Benchmarks;

/// <summary>Calls the endpoints themselves, without routing and server: what an endpoint allocates, to the byte.</summary>
internal static class InProcess
{
    private const int Count = 2_000;

    public static void Measure(WebApplication app)
    {
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        foreach (var row in Row.All)
        {
            var handler = endpoints.Single(endpoint => Answers(endpoint, row)).RequestDelegate!;
            for (int i = 0; i < 5; i++)
            {
                Allocated(app, row, handler);
            }

            long bytes = Allocated(app, row, handler) / Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name}|{bytes}"));
        }
    }

    private static bool Answers(RouteEndpoint endpoint, Row row) =>
        $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}" == row.Template
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(row.Method) == true;

    private static long Allocated(WebApplication app, Row row, RequestDelegate handler)
    {
        var requests = new InProcessRequest[Count];
        for (int i = 0; i < Count; i++)
        {
            requests[i] = new(app.Services, row);
        }

        // Everything runs on this thread: nothing is awaited that is not there.
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var request in requests)
        {
            var task = handler(request.Context);
            if (!task.IsCompletedSuccessfully)
            {
                throw new InvalidOperationException($"{row.Name} did not end at once.", task.Exception);
            }
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (requests.Any(static request => request.Context.Response.StatusCode != StatusCodes.Status200OK || request.Written == 0))
        {
            throw new InvalidOperationException($"{row.Name} was not answered.");
        }

        return allocated;
    }
}
