using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Matching;

namespace Upwire.Generators.Parsing;

/// <summary>The types that binding and results are decided by, looked up once for a compilation.</summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, KnownSymbols> Cache = new();

    private readonly Dictionary<INamedTypeSymbol, EndpointAttribute> _endpointAttributes = new(SymbolEqualityComparer.Default);

    private readonly Lazy<IReadOnlyCollection<string>> _declaredConstraints;

    private KnownSymbols(Compilation compilation)
    {
        Compilation = compilation;
        _declaredConstraints = new(() => Parsing.DeclaredConstraints.Of(compilation));
        foreach (var attribute in EndpointAttribute.All)
        {
            if (compilation.GetTypeByMetadataName(attribute.MetadataName) is { } symbol)
            {
                _endpointAttributes.Add(symbol, attribute);
            }
        }

        Route = Find("Upwire.RouteAttribute");
        Filter = Find("Upwire.FilterAttribute`1");
        Parser = Find("Upwire.ParserAttribute`1");
        WebSocketConnection = Find("Upwire.WebSocketConnection");
        WebSocketConnections = Find("Upwire.WebSocketConnections");
        WebSocketRecipients = Find("Upwire.WebSocketRecipients");
        WebSocketMessage = Find("Upwire.WebSocketMessage");
        WebSocketLifetime = Find("Upwire.IWebSocketLifetime");
        FromMessage = Find("Upwire.FromMessageAttribute");

        WebSocket = Find("System.Net.WebSockets.WebSocket");
        HttpContext = Find("Microsoft.AspNetCore.Http.HttpContext");
        HttpRequest = Find("Microsoft.AspNetCore.Http.HttpRequest");
        HttpResponse = Find("Microsoft.AspNetCore.Http.HttpResponse");
        FormFile = Find("Microsoft.AspNetCore.Http.IFormFile");
        FormFileCollection = Find("Microsoft.AspNetCore.Http.IFormFileCollection");
        FormCollection = Find("Microsoft.AspNetCore.Http.IFormCollection");
        Result = Find("Microsoft.AspNetCore.Http.IResult");
        ParameterMetadataProvider = Find("Microsoft.AspNetCore.Http.Metadata.IEndpointParameterMetadataProvider");
        MetadataProvider = Find("Microsoft.AspNetCore.Http.Metadata.IEndpointMetadataProvider");
        ActionResult = Find("Microsoft.AspNetCore.Mvc.IActionResult");
        AsParameters = Find("Microsoft.AspNetCore.Http.AsParametersAttribute");
        FromRoute = Find("Microsoft.AspNetCore.Http.Metadata.IFromRouteMetadata");
        FromQuery = Find("Microsoft.AspNetCore.Http.Metadata.IFromQueryMetadata");
        FromHeader = Find("Microsoft.AspNetCore.Http.Metadata.IFromHeaderMetadata");
        FromBody = Find("Microsoft.AspNetCore.Http.Metadata.IFromBodyMetadata");
        FromForm = Find("Microsoft.AspNetCore.Http.Metadata.IFromFormMetadata");
        FromServices = Find("Microsoft.AspNetCore.Http.Metadata.IFromServiceMetadata");
        FromKeyedServices = Find("Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute");
        Bindable = Find("Microsoft.AspNetCore.Http.IBindableFromHttpContext`1");
        EndpointName = Find("Microsoft.AspNetCore.Routing.EndpointNameAttribute");
        Host = Find("Microsoft.AspNetCore.Routing.HostAttribute");
        AcceptsMetadata = Find("Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata");
        ParameterInfo = Find("System.Reflection.ParameterInfo");
        DataMember = Find("System.Runtime.Serialization.DataMemberAttribute");
        IgnoreDataMember = Find("System.Runtime.Serialization.IgnoreDataMemberAttribute");
        JsonIgnore = Find("System.Text.Json.Serialization.JsonIgnoreAttribute");
        BindNever = Find("Microsoft.AspNetCore.Mvc.ModelBinding.BindNeverAttribute");
        PreferredConstructor = Find("Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute");

        ClaimsPrincipal = Find("System.Security.Claims.ClaimsPrincipal");
        CancellationToken = Find("System.Threading.CancellationToken");
        Stream = Find("System.IO.Stream");
        PipeReader = Find("System.IO.Pipelines.PipeReader");
        Parsable = Find("System.IParsable`1");
        Uri = Find("System.Uri");
        Memory = Find("System.Memory`1");
        FormatProvider = Find("System.IFormatProvider");
        ReadOnlySpan = Find("System.ReadOnlySpan`1");
        StringValues = Find("Microsoft.Extensions.Primitives.StringValues");
        ReadOnlyMemory = Find("System.ReadOnlyMemory`1");
        AsyncEnumerable = Find("System.Collections.Generic.IAsyncEnumerable`1");
        ServerSentEvent = Find("System.Net.ServerSentEvents.SseItem`1");
        Disposable = Find("System.IDisposable");
        AsyncDisposable = Find("System.IAsyncDisposable");
        Task = Find("System.Threading.Tasks.Task");
        TaskOfT = Find("System.Threading.Tasks.Task`1");
        ValueTask = Find("System.Threading.Tasks.ValueTask");
        ValueTaskOfT = Find("System.Threading.Tasks.ValueTask`1");
        ValidationAttribute = Find("System.ComponentModel.DataAnnotations.ValidationAttribute");
        ValidatableObject = Find("System.ComponentModel.DataAnnotations.IValidatableObject");
        SkipValidation = Find("Microsoft.Extensions.Validation.SkipValidationAttribute");
        ValidateNever = Find("Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNeverAttribute");
        Display = Find("System.ComponentModel.DataAnnotations.DisplayAttribute");
        DisplayName = Find("System.ComponentModel.DisplayNameAttribute");
        JsonDerivedType = Find("System.Text.Json.Serialization.JsonDerivedTypeAttribute");
        JsonPropertyName = Find("System.Text.Json.Serialization.JsonPropertyNameAttribute");
        SetsRequiredMembers = Find("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute");
        DeclaredParsers = new(this);
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? Route { get; }

    public INamedTypeSymbol? Filter { get; }

    public INamedTypeSymbol? Parser { get; }

    public INamedTypeSymbol? WebSocketConnection { get; }

    public INamedTypeSymbol? WebSocketConnections { get; }

    public INamedTypeSymbol? WebSocketRecipients { get; }

    public INamedTypeSymbol? WebSocketMessage { get; }

    public INamedTypeSymbol? WebSocketLifetime { get; }

    public INamedTypeSymbol? FromMessage { get; }

    public INamedTypeSymbol? WebSocket { get; }

    public INamedTypeSymbol? HttpContext { get; }

    public INamedTypeSymbol? HttpRequest { get; }

    public INamedTypeSymbol? HttpResponse { get; }

    public INamedTypeSymbol? FormFile { get; }

    public INamedTypeSymbol? FormFileCollection { get; }

    public INamedTypeSymbol? FormCollection { get; }

    public INamedTypeSymbol? Result { get; }

    public INamedTypeSymbol? ParameterMetadataProvider { get; }

    public INamedTypeSymbol? MetadataProvider { get; }

    public INamedTypeSymbol? ActionResult { get; }

    public INamedTypeSymbol? AsParameters { get; }

    public INamedTypeSymbol? FromRoute { get; }

    public INamedTypeSymbol? FromQuery { get; }

    public INamedTypeSymbol? FromHeader { get; }

    public INamedTypeSymbol? FromBody { get; }

    public INamedTypeSymbol? FromForm { get; }

    public INamedTypeSymbol? FromServices { get; }

    public INamedTypeSymbol? FromKeyedServices { get; }

    public INamedTypeSymbol? Bindable { get; }

    public INamedTypeSymbol? EndpointName { get; }

    public INamedTypeSymbol? Host { get; }

    public INamedTypeSymbol? AcceptsMetadata { get; }

    public INamedTypeSymbol? ParameterInfo { get; }

    public INamedTypeSymbol? DataMember { get; }

    public INamedTypeSymbol? IgnoreDataMember { get; }

    public INamedTypeSymbol? JsonIgnore { get; }

    public INamedTypeSymbol? BindNever { get; }

    public INamedTypeSymbol? PreferredConstructor { get; }

    public INamedTypeSymbol? ClaimsPrincipal { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Stream { get; }

    public INamedTypeSymbol? PipeReader { get; }

    public INamedTypeSymbol? Parsable { get; }

    public INamedTypeSymbol? Uri { get; }

    public INamedTypeSymbol? Memory { get; }

    public INamedTypeSymbol? FormatProvider { get; }

    public INamedTypeSymbol? ReadOnlySpan { get; }

    public INamedTypeSymbol? StringValues { get; }

    public INamedTypeSymbol? ReadOnlyMemory { get; }

    public INamedTypeSymbol? AsyncEnumerable { get; }

    public INamedTypeSymbol? ServerSentEvent { get; }

    public INamedTypeSymbol? Disposable { get; }

    public INamedTypeSymbol? AsyncDisposable { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOfT { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOfT { get; }

    public INamedTypeSymbol? ValidationAttribute { get; }

    public INamedTypeSymbol? ValidatableObject { get; }

    public INamedTypeSymbol? SkipValidation { get; }

    public INamedTypeSymbol? ValidateNever { get; }

    public INamedTypeSymbol? Display { get; }

    public INamedTypeSymbol? DisplayName { get; }

    public INamedTypeSymbol? JsonDerivedType { get; }

    public INamedTypeSymbol? JsonPropertyName { get; }

    public INamedTypeSymbol? SetsRequiredMembers { get; }

    /// <summary>The names of the route constraints that the project registers.</summary>
    public IReadOnlyCollection<string> DeclaredConstraints => _declaredConstraints.Value;

    /// <summary>What is known of the route constraints that templates name.</summary>
    public RouteConstraints Constraints { get; } = new();

    /// <summary>The parsers that the project declares for types of others.</summary>
    public DeclaredParsers DeclaredParsers { get; }

    /// <summary>What of the project's code is not finished.</summary>
    public UnfinishedCode Unfinished => field ??= new(this);

    public static KnownSymbols Of(Compilation compilation) => Cache.GetValue(compilation, static c => new KnownSymbols(c));

    /// <summary>The endpoint attribute that an attribute class is; null for any other.</summary>
    public EndpointAttribute? GetEndpointAttribute(INamedTypeSymbol? attributeClass) =>
        attributeClass is not null && _endpointAttributes.TryGetValue(attributeClass, out var attribute) ? attribute : null;

    /// <summary>Whether attributes say that what they stand on is not to be validated.</summary>
    public bool IsSkipped(ImmutableArray<AttributeData> attributes) =>
        attributes.Any(attribute => attribute.AttributeClass.Is(SkipValidation) || attribute.AttributeClass.Is(ValidateNever));

    public bool IsInProject(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    /// <summary>Whether generated code can name a symbol.</summary>
    public bool IsAccessible(ISymbol symbol) => symbol switch
    {
        IArrayTypeSymbol array => IsAccessible(array.ElementType),
        INamedTypeSymbol { IsFileLocal: true } => false,
        INamedTypeSymbol named when !named.TypeArguments.All(IsAccessible) => false,
        _ => Compilation.IsSymbolAccessibleWithin(symbol, Compilation.Assembly),
    };

    private INamedTypeSymbol? Find(string metadataName) => Compilation.GetTypeByMetadataName(metadataName);
}
