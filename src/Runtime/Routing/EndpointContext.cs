using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Upwire.CompilerServices;

/// <summary>What an endpoint resolves once, when it is built: JSON contracts, filters, the settings of its WebSockets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointContext
{
    private readonly EndpointBuilder _endpoint;
    private readonly MethodInfo _handler;
    private readonly object[] _metadata;

    internal EndpointContext(EndpointBuilder endpoint, MethodInfo handler, object[] metadata)
    {
        _endpoint = endpoint;
        _handler = handler;
        _metadata = metadata;
    }

    /// <summary>How the application writes and reads JSON.</summary>
    public JsonSerializerOptions JsonOptions => field ??= ApplicationJson.Options(Services);

    private IServiceProvider Services => _endpoint.ApplicationServices;

#pragma warning disable ASP0029 // Of Microsoft.Extensions.Validation, whose limit holds here too.
    private int MaxDepth => field != 0 ? field : field = Services.GetService<IOptions<ValidationOptions>>()?.Value.MaxDepth ?? 32;
#pragma warning restore ASP0029

    /// <summary>Whether the endpoint turned out to lack something while the application starts.</summary>
    internal bool HasProblems { get; private set; }

    /// <summary>Tells that the endpoint cannot do without a service. Whether there is one is asked when the application starts.</summary>
    /// <param name="type">The service's type.</param>
    /// <param name="key">Its key; null for a service without one.</param>
    public void RequireService(Type type, object? key = null)
    {
        if (Services.GetRequiredService<StartUpProblems>().IsCollecting && !HasService(type, key))
        {
            string method = key is null ? $"AddScoped<{type.Name}, ...>()" : $"AddKeyedScoped<{type.Name}, ...>(\"{key}\")";
            Report($"No service of the type '{type}'{(key is null ? "" : $" with the key '{key}'")} is registered: call builder.Services.{method}, or what adds it");
        }
    }

    /// <summary>The JSON contract of a type that the endpoint reads or writes.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The contract.</returns>
    /// <exception cref="InvalidOperationException">No <c>JsonSerializerContext</c> of the application covers the type.</exception>
    public JsonTypeInfo<T> GetJsonTypeInfo<T>()
    {
        if (JsonOptions.TryGetTypeInfo(typeof(T), out var typeInfo))
        {
            return (JsonTypeInfo<T>)typeInfo;
        }

        Report(
            $"'{typeof(T)}' is read or written as JSON, but no JsonSerializerContext covers it: "
            + $"add [JsonSerializable(typeof({typeof(T).Name}))] to a context and register it by "
            + "builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJsonContext.Default))");

        // Nobody uses it: the application does not start. It goes on only to see what else is missing.
        return null!;
    }

    /// <summary>The JSON contract of a sequence that the endpoint writes as it comes: only its items need one of the application's.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <returns>The contract.</returns>
    /// <exception cref="InvalidOperationException">No <c>JsonSerializerContext</c> of the application covers the type.</exception>
    public JsonTypeInfo<IAsyncEnumerable<T>> GetSequenceTypeInfo<T>() =>
        JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(
            JsonOptions,
            new JsonCollectionInfoValues<IAsyncEnumerable<T>> { ElementInfo = GetJsonTypeInfo<T>() });

    /// <summary>The JSON contract of the data of server-sent events.</summary>
    /// <typeparam name="T">The type of the data.</typeparam>
    /// <returns>The contract; null for texts and bytes, which are written as they are.</returns>
    /// <exception cref="InvalidOperationException">No <c>JsonSerializerContext</c> of the application covers the type.</exception>
    public JsonTypeInfo<T>? GetEventTypeInfo<T>() =>
        typeof(T) == typeof(string) || typeof(T) == typeof(byte[]) ? null : GetJsonTypeInfo<T>();

    /// <summary>Reads messages as JSON.</summary>
    /// <typeparam name="T">The type of the messages.</typeparam>
    /// <param name="isRequired">Whether the JSON value null does not fit.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="InvalidOperationException">No <c>JsonSerializerContext</c> of the application covers the type.</exception>
    public MessageReader<T> GetJsonMessages<T>(bool isRequired) => new JsonMessageReader<T>(GetJsonTypeInfo<T>(), isRequired);

    /// <summary>Asks the annotations of messages, unless <c>DisableValidation</c> says not to.</summary>
    /// <typeparam name="T">The type of the messages.</typeparam>
    /// <param name="messages">Reads them.</param>
    /// <param name="validator">Asks the annotations.</param>
    /// <returns>The reader.</returns>
    public MessageReader<T> ValidateMessages<T>(MessageReader<T> messages, ParameterValidator validator) =>
        IsValidated ? new ValidatedMessageReader<T>(messages, validator, this) : messages;

    /// <summary>Writes messages as JSON.</summary>
    /// <typeparam name="T">The type of the messages.</typeparam>
    /// <returns>The writer.</returns>
    /// <exception cref="InvalidOperationException">No <c>JsonSerializerContext</c> of the application covers the type.</exception>
    public IMessageWriter<T?> GetJsonReplies<T>() => new JsonMessageWriter<T>(GetJsonTypeInfo<T>());

    /// <summary>Whether requests are validated: not where <c>DisableValidation</c> says so.</summary>
    public bool IsValidated => !_endpoint.Metadata.OfType<IDisableValidationMetadata>().Any();

    /// <summary>Begins the validation of a request.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The validation.</returns>
    public RequestValidation BeginValidation(HttpContext context) => new(context, JsonOptions, MaxDepth);

    /// <summary>A parameter of the user's method, for a type that binds itself.</summary>
    /// <param name="position">Its place, from 0.</param>
    /// <returns>The parameter.</returns>
    public ParameterInfo GetParameter(int position) => _handler.GetParameters()[position];

    /// <summary>Puts the endpoint's filters around its handler.</summary>
    /// <param name="handler">Calls the user's method.</param>
    /// <returns>The pipeline; null when the endpoint has no filter.</returns>
    public EndpointFilterDelegate? BuildFilters(EndpointFilterDelegate handler)
    {
        if (_endpoint.FilterFactories.Count == 0 && !Array.Exists(_metadata, static item => item is FilterAttribute))
        {
            return null;
        }

        // The attributes of the class, then those of the method, inside the filters of the groups around them.
        Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>[] factories =
        [
            .. _endpoint.FilterFactories,
            .. _metadata.OfType<FilterAttribute>().Select(static attribute => (Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>)attribute.Wrap),
        ];

        var context = new EndpointFilterFactoryContext
        {
            MethodInfo = _handler,
            ApplicationServices = Services,
        };

        return factories.AsEnumerable().Reverse().Aggregate(handler, (next, factory) => factory(context, next));
    }

    /// <summary>What accepts and runs the endpoint's WebSocket connections.</summary>
    /// <param name="settings">The endpoint's own settings.</param>
    /// <returns>The endpoint.</returns>
    public WebSocketEndpoint CreateWebSocketEndpoint(WebSocketSettings settings) => new(settings, Services);

    // A container that cannot tell is not asked.
    private bool HasService(Type type, object? key) => key is null
        ? Services.GetService<IServiceProviderIsService>()?.IsService(type) != false
        : Services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(type, key) != false;

    private void Report(string problem)
    {
        HasProblems = true;
        Services.GetRequiredService<StartUpProblems>().Report(_endpoint.DisplayName, problem);
    }
}
