using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Parsing;

/// <summary>Decides, once and at compile time, where a parameter's value comes from.</summary>
internal sealed class ParameterParser
{
    private readonly EndpointDeclaration _endpoint;
    private readonly HandshakeMethod? _handshake;
    private readonly KnownSymbols _known;
    private readonly CompositeParser _composites;
    private readonly ValidationParser _validation;

    /// <summary>Parses the parameters of an endpoint's handler, or of a method that is asked before a connection is accepted.</summary>
    public ParameterParser(EndpointDeclaration endpoint, HandshakeMethod? handshake = null)
    {
        _endpoint = endpoint;
        _handshake = handshake;
        _known = endpoint.Known;
        _composites = new(this, _known);
        _validation = new(_known);
    }

    public ParsedParameter Parse(IParameterSymbol parameter) => Parse(BindingTarget.Of(parameter));

    /// <summary>Makes the model of a target that breaks no rule.</summary>
    public ParameterModel Model(BindingTarget target) => Model(target, Parse(target).Binding!);

    /// <summary>Makes the model of a target whose source is found.</summary>
    public ParameterModel Model(BindingTarget target, ParameterBinding binding) =>
        new(
            target.Name,
            TypeExpression.OfLocal(target.Type),
            binding,
            DescribedTypesOf(target, binding),
            binding.IsValidated ? _validation.Parse(ValidatedOf(target, binding), binding) : null,
            MetadataProviderOf(target.Type));

    private EquatableArray<string> DescribedTypesOf(BindingTarget target, ParameterBinding binding) => binding switch
    {
        ParameterBinding.Text => DescribedTypes.OfText(target.Type, _known),

        // An object is described by its own fields.
        ParameterBinding.Fields { Object: null } => DescribedTypes.Of(target.Type, _known),
        _ => [],
    };

    private MetadataProviderModel? MetadataProviderOf(ITypeSymbol type)
    {
        var value = ResultParser.NotNull(type);
        bool tellsOfParameter = value.IsOrImplements(_known.ParameterMetadataProvider);
        bool tellsOfEndpoint = value.IsOrImplements(_known.MetadataProvider);
        return tellsOfParameter || tellsOfEndpoint ? new(TypeExpression.NotNull(value), tellsOfParameter, tellsOfEndpoint) : null;
    }

    /// <summary>Finds the source of a target, and whether its annotations can be asked.</summary>
    public ParsedParameter Parse(BindingTarget target)
    {
        var parsed = FindSource(target);
        return parsed.Binding is { IsValidated: true } binding && _validation.FindViolation(ValidatedOf(target, binding), binding) is { } violation ? violation : parsed;
    }

    // Of a sequence of messages, each is asked.
    private BindingTarget ValidatedOf(BindingTarget target, ParameterBinding binding) =>
        binding is ParameterBinding.Messages { IsSequence: true } && ItemOf(target.Type) is { } item ? target.OfItems(item) : target;

    private ITypeSymbol? ItemOf(ITypeSymbol type) => type.OriginalDefinition.Is(_known.AsyncEnumerable) ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    // The first of the rules that says anything about it decides.
    private ParsedParameter FindSource(BindingTarget target) =>
        IsTakenApart(target) ? _composites.Parse(target)
        : Refuse(target) is { } violation ? violation
        : IsOffer(target) ? (ParsedParameter)new ParameterBinding.Request("global::Upwire.CompilerServices.SubProtocolOffer.Read(context)")
        : FromAttribute(target) ?? FromName(target) ?? FromType(target);

    /// <summary>What of a parameter, or of what it is made of, asks for a part of the path, by that part's name; nothing where an attribute names another source.</summary>
    public IEnumerable<(string Key, BindingTarget Target)> RouteTargetsOf(IParameterSymbol parameter) => RouteTargetsOf(BindingTarget.Of(parameter));

    private IEnumerable<(string Key, BindingTarget Target)> RouteTargetsOf(BindingTarget target) =>
        IsTakenApart(target) ? _composites.AskParts(target, RouteTargetsOf)
        : target.FindAttributeImplementing(_known.FromRoute) is { } fromRoute ? [(NameOf(fromRoute) ?? target.Name, target)]
        : target.CountSources(_known) > 0 || IsOffer(target) ? []
        : [(target.Name, target)];

    /// <summary>What of a parameter, or of what it is made of, is read as JSON.</summary>
    public IEnumerable<BindingTarget> JsonTargetsOf(IParameterSymbol parameter) => JsonTargetsOf(BindingTarget.Of(parameter));

    private IEnumerable<BindingTarget> JsonTargetsOf(BindingTarget target) =>
        IsTakenApart(target) ? _composites.AskParts(target, JsonTargetsOf)
        : FindSource(target).Binding switch
        {
            ParameterBinding.JsonBody => [target],
            ParameterBinding.Messages { Kind: MessageKind.Json, IsSequence: true } => [target.OfItems(ItemOf(target.Type)!)],
            ParameterBinding.Messages { Kind: MessageKind.Json } => [target],
            _ => [],
        };

    /// <summary>Whether a parameter is the connection, or something of it.</summary>
    public bool NeedsConnection(IParameterSymbol parameter) => NeedsConnection(BindingTarget.Of(parameter));

    private ParsedParameter? FromAttribute(BindingTarget target)
    {
        if (target.FindAttributeImplementing(_known.FromRoute) is { } fromRoute)
        {
            string key = NameOf(fromRoute) ?? target.Name;
            return _endpoint.Template.Find(key) is { } routeParameter
                ? FromRoute(target, routeParameter)
                : RouteNameRules.Missing(target, key, _endpoint);
        }

        if (target.FindAttributeImplementing(_known.FromQuery) is { } fromQuery)
        {
            return Fields(target, "Query", NameOf(fromQuery));
        }

        if (target.FindAttributeImplementing(_known.FromHeader) is { } fromHeader)
        {
            return Text(target, "Header", NameOf(fromHeader) ?? HeaderName.Of(target.Name));
        }

        if (target.FindAttributeImplementing(_known.FromForm) is { } fromForm)
        {
            return FromForm(target, NameOf(fromForm));
        }

        if (target.FindAttributeImplementing(_known.FromBody) is { } fromBody)
        {
            return FromRequest(target.Type) is ParameterBinding.Request body ? body : Body(target, AllowsEmpty(fromBody));
        }

        return target.IsFromServices(_known) ? (ParsedParameter)Service(target)
            : target.FindAttribute(_known.FromMessage) is not null ? MessageParser.Parse(target, _endpoint)
            : null;
    }

    // What a type binds itself by comes before a name in the path that it could not be parsed from.
    private ParsedParameter? FromName(BindingTarget target) =>
        _endpoint.Template.Find(target.Name) is { } routeParameter && (TextParser.Find(target.Type, _known) is not null || BindAsyncMethod.Find(target, _known) is null)
            ? FromRoute(target, routeParameter)
            : null;

    // The rest of the path may be empty, which ASP.NET Core's routing says by null.
    private ParsedParameter FromRoute(BindingTarget target, RouteParameter routeParameter) =>
        Text(target, "Route", routeParameter.Name) switch
        {
            { Binding: not null } when ConstraintRules.FindDisagreement(target, routeParameter, _known) is { } disagreement => disagreement,
            { Binding: not null } when OptionalityRules.Find(target, routeParameter, _endpoint, _handshake) is { } mismatch => mismatch,
            { Binding: ParameterBinding.Text { Fallback: null } text } when routeParameter.IsCatchAll && target.Type.SpecialType == SpecialType.System_String
                => text with { Fallback = "\"\"" },
            var parsed => parsed,
        };

    private ParsedParameter FromType(BindingTarget target)
    {
        var type = target.Type;
        if (FromRequest(type) is { } part)
        {
            return part;
        }

        if (_endpoint.IsWebSocket && ItemOf(type) is { } item)
        {
            return MessageParser.Parse(target, _endpoint, item);
        }

        if (IsForm(type))
        {
            return _endpoint.InfersBody || _endpoint.Kind.IsToldVerb ? FromForm(target, name: null) : InferredBody(target);
        }

        if (BindAsyncMethod.Find(target, _known) is { } custom)
        {
            return custom;
        }

        if (TextParser.Find(type, _known) is not null)
        {
            return Text(target, "Query", target.Name);
        }

        if (type.TypeKind == TypeKind.Interface || (type.TypeKind == TypeKind.Class && type.IsAbstract) || type.Is(_known.WebSocketConnections))
        {
            return Service(target);
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Array))
        {
            return Unbindable(target, "it is nothing that a text can be parsed to, no service, and no body");
        }

        return _endpoint.InfersBody ? Body(target, allowsEmpty: false) : InferredBody(target);
    }

    private ParameterBinding.Service Service(BindingTarget target) => new(ServiceParser.Parse(target, _known));

    private ParameterBinding? FromRequest(ITypeSymbol type) =>
        type.Is(_known.HttpContext) ? new ParameterBinding.Request("context")
        : type.Is(_known.HttpRequest) ? new ParameterBinding.Request("context.Request")
        : type.Is(_known.HttpResponse) ? new ParameterBinding.Request("context.Response")
        : type.Is(_known.ClaimsPrincipal) ? new ParameterBinding.Request("context.User")
        : _endpoint.IsWebSocket && _handshake is null ? FromConnection(type)
        : type.Is(_known.CancellationToken) ? new ParameterBinding.Request("context.RequestAborted")
        : type.Is(_known.Stream) ? new ParameterBinding.Request("context.Request.Body")
        : type.Is(_known.PipeReader) ? new ParameterBinding.Request("context.Request.BodyReader")
        : null;

    private ParameterBinding.Connection? FromConnection(ITypeSymbol type) =>
        type.Is(_known.WebSocketConnection) ? new("connection")
        : type.Is(_known.Stream) ? new("connection.AsStream()", IsReceiver: true)
        : type.Is(_known.WebSocket) ? new("connection.AsWebSocket()", IsReceiver: true)
        : type.Is(_known.CancellationToken) ? new("connection.Closed")
        : null;

    private ParsedParameter Text(BindingTarget target, string source, string key)
    {
        if (TextParser.Find(target.Type, _known) is not { } parser)
        {
            return Unbindable(target, $"'{target.Type.Display()}' cannot be parsed from a text: it is no string, enum or IParsable<T>, and has no TryParse");
        }

        if (parser.Shape != TextShape.Value && source == "Route")
        {
            return Unbindable(target, $"a part of the path is one text, which '{target.Type.Display()}' cannot be made of");
        }

        string? fallback = parser.Shape == TextShape.Value ? target.FindFallback() : target.FindFallbackOfSeveral();
        return new ParameterBinding.Text(source, key, parser.Shape, parser.ValueType, parser.Parser, parser.Generated, fallback);
    }

    private ParsedParameter FromForm(BindingTarget target, string? name) =>
        target.Type.Is(_known.FormCollection) ? Form(target, "Form")
        : target.Type.Is(_known.FormFileCollection) ? Form(target, "Files")
        : Fields(target, "Form", name);

    private static ParameterBinding.Form Form(BindingTarget target, string member) => new(member, IsRequired: target.FindFallback() is null);

    // A text where one makes the value, else what several fields make.
    private ParsedParameter Fields(BindingTarget target, string source, string? name)
    {
        string key = name ?? target.Name;
        if (TextParser.Find(target.Type, _known) is not null)
        {
            return Text(target, source, key);
        }

        var readers = new FieldReaderParser(_known, isForm: source == "Form");
        return readers.Find(target.Type) is { } reader
            ? new ParameterBinding.Fields(
                source,
                key,
                IsNamed: name is not null || IsForm(target.Type),
                reader.ValueType,
                reader.Reader,
                readers.Readers,
                readers.Parsers,
                target.FindFallback())
            : Unbindable(target, readers.Reason);
    }

    private static ParameterBinding.JsonBody Body(BindingTarget target, bool allowsEmpty)
    {
        string? fallback = target.FindFallback();
        return new(TypeExpression.NotNull(target.Type), IsRequired: fallback is null && !allowsEmpty, fallback);
    }

    private Violation InferredBody(BindingTarget target) =>
        new(BindingDescriptors.InferredBody, target.Symbol, target.Name, target.Type.Display(), _endpoint.Verb ?? "WebSocket");

    // What would otherwise come from an unexpected place, or could not come from anywhere.
    private Violation? Refuse(BindingTarget target)
    {
        var type = target.Type;
        bool isGuessed = TextParser.Find(type, _known) is null && target.CountSources(_known) == 0;
        string? reason =
            target.CountSources(_known) > 1 ? "several attributes say where it comes from; keep one of them"
            : type.TypeKind == TypeKind.Dynamic ? "'dynamic' says nothing at compile time; name a type"
            : type.HasStaticAbstractMembers() ? $"'{type.Display()}' has static members without an implementation, and so cannot be asked for"
            : type.IsValueType && target.IsFromServices(_known) ? $"'{type.Display()}' is a value type, which no service is"
            : _endpoint.IsWebSocket && (IsForm(type) || target.FindAttributeImplementing(_known.FromForm) is not null) ? "the request that opens a WebSocket has no form"
            : _handshake is not null && NeedsConnection(target) ? "there is no connection yet"
            : _endpoint.IsWebSocket && _handshake is null && _composites.IsOpen && IsOfConnection(target) ? $"a '{type.Display()}' of the connection is a parameter of the handler itself"
            : (type.Is(_known.WebSocketConnection) || type.Is(_known.WebSocket)) && !_endpoint.IsWebSocket ? "an HTTP request has no connection; use [WebSocket]"
            : isGuessed && _endpoint.IsWebSocket && type.Is(_known.PipeReader) ? $"a connection is no '{type.Display()}'; use WebSocketConnection, or Stream for bytes"
            : !isGuessed || BindAsyncMethod.Find(target, _known) is not null ? null
            : HasStaticMethod(type, BindAsyncMethod.Name)
                ? $"its BindAsync is not 'public static ValueTask<{type.Display()}?> BindAsync(HttpContext)', with or without a ParameterInfo after it"
            : HasStaticMethod(type, TryParseMethod.Name)
                ? $"its TryParse is not 'public static bool TryParse(string, out {type.Display()})', with or without an IFormatProvider before the last parameter"
            : null;

        return reason is null ? null : Unbindable(target, reason);
    }

    private bool IsTakenApart(BindingTarget target) => target.FindAttribute(_known.AsParameters) is not null;

    // Types that nothing but a form has.
    private bool IsForm(ITypeSymbol type) =>
        type.Is(_known.FormFile)
        || type.Is(_known.FormFileCollection)
        || type.Is(_known.FormCollection)
        || (type is IArrayTypeSymbol array && array.ElementType.Is(_known.FormFile))
        || (type is INamedTypeSymbol { TypeArguments: [var item] } && item.Is(_known.FormFile));

    private bool IsOfConnection(BindingTarget target) =>
        FromConnection(target.Type) is not null || target.FindAttribute(_known.FromMessage) is not null || (ItemOf(target.Type) is not null && target.CountSources(_known) == 0);

    private bool NeedsConnection(BindingTarget target) =>
        target.FindAttribute(_known.FromMessage) is not null
        || (target.CountSources(_known) == 0 && !target.Type.Is(_known.CancellationToken) && (IsOfConnection(target) || target.Type.Is(_known.PipeReader)));

    // The sub-protocols of the client, for the one who chooses.
    private bool IsOffer(BindingTarget target) =>
        _handshake is { Setting: HandshakeMethod.SelectSubProtocol }
        && !_composites.IsOpen
        && target.CountSources(_known) == 0
        && target.Type switch
        {
            IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_String } => true,
            INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] } named => named.OriginalDefinition.SpecialType
                is SpecialType.System_Collections_Generic_IEnumerable_T
                or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
                or SpecialType.System_Collections_Generic_IReadOnlyList_T,
            _ => false,
        };

    private static bool HasStaticMethod(ITypeSymbol type, string name) => type.GetMembers(name).Any(static member => member is IMethodSymbol { IsStatic: true });

    private static Violation Unbindable(BindingTarget target, string reason) =>
        new(BindingDescriptors.Unbindable, target.Symbol, target.Name, reason);

    private static string? NameOf(AttributeData attribute) => attribute.FindNamedArgument("Name")?.Value as string;

    // Upwire's AllowEmpty, or EmptyBodyBehavior.Allow of Microsoft.AspNetCore.Mvc.
    private static bool AllowsEmpty(AttributeData attribute) =>
        attribute.FindNamedArgument("AllowEmpty")?.Value is true || attribute.FindNamedArgument("EmptyBodyBehavior")?.Value is 1;
}
