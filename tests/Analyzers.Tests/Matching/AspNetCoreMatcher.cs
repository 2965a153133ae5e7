using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Upwire.CompilerServices;
using Upwire.Generators.Parsing;

namespace Upwire.Analyzers.Tests.Matching;

/// <summary>ASP.NET Core's own matcher over routes that are mapped as generated code maps them.</summary>
internal sealed partial class AspNetCoreMatcher : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly RequestDelegate _pipeline;

    private AspNetCoreMatcher(IReadOnlyList<(string? Verb, string Template)> routes)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddRouting().AddSingleton(new DiagnosticListener("Test")).AddUpwire();
        _services = services.BuildServiceProvider();
        var pipeline = new ApplicationBuilder(_services);
        pipeline.UseRouting();
        pipeline.UseEndpoints(endpoints =>
        {
            for (int i = 0; i < routes.Count; i++)
            {
                var (verb, template) = routes[i];
                EndpointModule.Map(endpoints, module => Map(module, verb, RouteTemplateParser.Parse(template))).WithDisplayName($"#{i}#");
            }
        });
        _pipeline = pipeline.Build();
    }

    public static AspNetCoreMatcher Of(IReadOnlyList<(string? Verb, string Template)> routes) => new(routes);

    public void Dispose() => _services.Dispose();

    /// <summary>The routes that a request reaches: none, one, or several where the matcher calls them ambiguous.</summary>
    public async Task<int[]> MatchAsync(string? verb, IEnumerable<string> path)
    {
        var context = new DefaultHttpContext { RequestServices = _services };
        context.Request.Method = verb ?? HttpMethods.Get;
        context.Request.Protocol = HttpProtocol.Http11;
        context.Request.Path = "/" + string.Join("/", path);
        if (verb is null)
        {
            context.Request.Headers.Upgrade = "websocket";
        }

        try
        {
            await _pipeline(context);
        }
        catch (Exception exception) when (exception.GetType().Name == "AmbiguousMatchException")
        {
            return Numbers(exception.Message);
        }

        return Numbers(context.Response.Headers["Reached"].ToString());
    }

    private static void Map(EndpointModule endpoints, string? verb, RouteTemplate template)
    {
        if (template.UsesRegex)
        {
            endpoints.UseRegexConstraint();
        }

        RequestDelegate handle = static context =>
        {
            context.Response.Headers["Reached"] = context.GetEndpoint()!.DisplayName;
            return Task.CompletedTask;
        };

        if (verb is null)
        {
            endpoints.MapWebSocket(template.Pattern, handle.Method, [], _ => handle);
        }
        else
        {
            endpoints.MapHttp(verb, template.Pattern, handle.Method, [], _ => handle);
        }
    }

    private static int[] Numbers(string text) =>
        [.. Number().Matches(text).Select(static match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).Order()];

    [GeneratedRegex(@"#(\d+)#")]
    private static partial Regex Number();
}
