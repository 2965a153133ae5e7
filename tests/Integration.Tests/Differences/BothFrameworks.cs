using System.Linq.Expressions;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Upwire.Integration.Tests.Differences;

/// <summary>Two applications with the same methods: one maps them by Upwire, the other each by hand as a minimal API.</summary>
public sealed class BothFrameworks : IAsyncLifetime
{
    private readonly Running<ServicesApp> _upwire = new();
    private WebApplication? _minimal;
    private HttpClient? _minimalClient;

    public async ValueTask InitializeAsync()
    {
        await _upwire.InitializeAsync();

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton<Controllers.IGreeter>(new Controllers.Greeter("hello"));
        _minimal = builder.Build();
        MapMethods(_minimal);
        await _minimal.StartAsync();
        string address = _minimal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        _minimalClient = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(address), Timeout = Patience.Limit };
    }

    public async ValueTask DisposeAsync()
    {
        _minimalClient?.Dispose();
        await _upwire.DisposeAsync();
        if (_minimal is not null)
        {
            await _minimal.DisposeAsync();
        }
    }

    /// <summary>Sends a request to both.</summary>
    /// <param name="request">"GET /path", or "POST /path | content type + content encoding | body", where the encoding may be left out.</param>
    public async Task<(Answer Upwire, Answer Minimal)> SendAsync(string request) =>
        (await SendAsync(_upwire.Client, request), await SendAsync(_minimalClient!, request));

    private static void MapMethods(WebApplication app)
    {
        foreach (var type in (Type[])[typeof(BindingPairs), typeof(BodyPairs), typeof(FormPairs), typeof(ResultPairs)])
        {
            string prefix = TemplateOf(type.CustomAttributes.Single(attribute => attribute.AttributeType == typeof(RouteAttribute)));
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            {
                var delegateType = Expression.GetDelegateType([.. method.GetParameters().Select(parameter => parameter.ParameterType), method.ReturnType]);
                foreach (var attribute in method.CustomAttributes.Where(IsVerb))
                {
                    string verb = attribute.AttributeType.Name["Http".Length..^"Attribute".Length].ToUpperInvariant();
                    app.MapMethods(prefix + TemplateOf(attribute), [verb], method.CreateDelegate(delegateType));
                }
            }
        }
    }

    private static bool IsVerb(CustomAttributeData attribute) =>
        attribute.AttributeType.Namespace == nameof(Upwire) && attribute.AttributeType.Name.StartsWith("Http", StringComparison.Ordinal);

    private static string TemplateOf(CustomAttributeData attribute) => (string)attribute.ConstructorArguments[0].Value!;

    private static async Task<Answer> SendAsync(HttpClient client, string request)
    {
        string[] parts = request.Split(" | ", 3);
        string[] line = parts[0].Split(' ', 2);
        using var message = new HttpRequestMessage(new HttpMethod(line[0]), line[1]);
        message.Headers.Add("X-Number", "7");
        message.Headers.Add("X-Text", "a text");
        if (parts.Length == 3)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(parts[2]));
            string[] form = parts[1].Split(" + ");
            message.Content.Headers.ContentType = form[0].Length == 0 ? null : MediaTypeHeaderValue.Parse(form[0]);
            form[1..].ToList().ForEach(message.Content.Headers.ContentEncoding.Add);
        }

        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), response.Headers.Location?.ToString(), body);
    }
}
