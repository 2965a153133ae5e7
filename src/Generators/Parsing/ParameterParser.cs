using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Parsing;

/// <summary>Decides, once and at compile time, where a parameter's value comes from.</summary>
internal sealed class ParameterParser(EndpointDeclaration endpoint)
{
    private readonly KnownSymbols _known = endpoint.Known;

    /// <summary>Finds the source of a parameter: the first of the rules that says anything about it decides.</summary>
    public ParsedParameter Parse(IParameterSymbol parameter) =>
        Unsupported(parameter) is { } violation ? violation : FromAttribute(parameter) ?? FromName(parameter) ?? FromType(parameter);

    /// <summary>The name of the part of the path that a parameter asks for; null where an attribute names another source.</summary>
    public string? RouteKeyOf(IParameterSymbol parameter) =>
        parameter.FindAttributeImplementing(_known.FromRoute) is { } fromRoute ? NameOf(fromRoute) ?? parameter.Name
        : parameter.GetAttributes().Any(IsSource) ? null
        : parameter.Name;

    private ParsedParameter? FromAttribute(IParameterSymbol parameter)
    {
        if (parameter.FindAttributeImplementing(_known.FromRoute) is { } fromRoute)
        {
            string key = NameOf(fromRoute) ?? parameter.Name;
            return endpoint.Template.Find(key) is { } routeParameter
                ? FromRoute(parameter, routeParameter)
                : new Violation(RouteDescriptors.FromRouteWithoutParameter, parameter, parameter.Name, key, endpoint.Joined.Text);
        }

        if (parameter.FindAttributeImplementing(_known.FromQuery) is { } fromQuery)
        {
            return Text(parameter, "Query", NameOf(fromQuery) ?? parameter.Name);
        }

        if (parameter.FindAttributeImplementing(_known.FromHeader) is { } fromHeader)
        {
            return Text(parameter, "Header", NameOf(fromHeader) ?? HeaderName.Of(parameter.Name));
        }

        if (parameter.FindAttributeImplementing(_known.FromBody) is { } fromBody)
        {
            return FromRequest(parameter.Type) is ParameterBinding.Request body ? body : Body(parameter, AllowsEmpty(fromBody));
        }

        return IsFromServices(parameter) ? (ParsedParameter)Service(parameter) : null;
    }

    private ParsedParameter? FromName(IParameterSymbol parameter) =>
        endpoint.Template.Find(parameter.Name) is { } routeParameter ? FromRoute(parameter, routeParameter) : null;

    // The rest of the path may be empty, which ASP.NET Core's routing says by null.
    private ParsedParameter FromRoute(IParameterSymbol parameter, RouteParameter routeParameter) =>
        Text(parameter, "Route", routeParameter.Name) switch
        {
            { Binding: ParameterBinding.Text { Fallback: null } text } when routeParameter.IsCatchAll && parameter.Type.SpecialType == SpecialType.System_String
                => text with { Fallback = "\"\"" },
            var parsed => parsed,
        };

    private ParsedParameter FromType(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        if (FromRequest(type) is { } part)
        {
            return part;
        }

        if (ParserOf(type) is not null)
        {
            return Text(parameter, "Query", parameter.Name);
        }

        if (type.TypeKind == TypeKind.Interface || (type.TypeKind == TypeKind.Class && type.IsAbstract))
        {
            return Service(parameter);
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Array))
        {
            return Unbindable(parameter, "it is nothing that a text can be parsed to, no service, and no body");
        }

        return endpoint.InfersBody
            ? Body(parameter, allowsEmpty: false)
            : new Violation(BindingDescriptors.InferredBody, parameter, parameter.Name, Display(type), endpoint.Verb ?? "WebSocket");
    }

    private ParameterBinding.Service Service(IParameterSymbol parameter) => new(ServiceParser.Parse(parameter, _known));

    private ParameterBinding? FromRequest(ITypeSymbol type) =>
        type.Is(_known.HttpContext) ? new ParameterBinding.Request("context")
        : type.Is(_known.HttpRequest) ? new ParameterBinding.Request("context.Request")
        : type.Is(_known.HttpResponse) ? new ParameterBinding.Request("context.Response")
        : type.Is(_known.ClaimsPrincipal) ? new ParameterBinding.Request("context.User")
        : endpoint.IsWebSocket ? FromConnection(type)
        : type.Is(_known.CancellationToken) ? new ParameterBinding.Request("context.RequestAborted")
        : type.Is(_known.Stream) ? new ParameterBinding.Request("context.Request.Body")
        : type.Is(_known.PipeReader) ? new ParameterBinding.Request("context.Request.BodyReader")
        : null;

    private ParameterBinding.Connection? FromConnection(ITypeSymbol type) =>
        type.Is(_known.WebSocketConnection) ? new("connection")
        : type.Is(_known.Stream) ? new("connection.AsStream()")
        : type.Is(_known.CancellationToken) ? new("connection.Closed")
        : null;

    private ParsedParameter Text(IParameterSymbol parameter, string source, string key)
    {
        if (ParserOf(parameter.Type) is not { } parser)
        {
            return Unbindable(parameter, $"'{Display(parameter.Type)}' cannot be parsed from a text: it is no string, enum or IParsable<T>, and has no TryParse");
        }

        if (parser.Shape != TextShape.Value && source == "Route")
        {
            return Unbindable(parameter, $"a part of the path is one text, which '{Display(parameter.Type)}' cannot be made of");
        }

        return new ParameterBinding.Text(source, key, parser.Shape, parser.ValueType, parser.Parser, parser.Generated, parser.Shape == TextShape.Value ? FallbackOf(parameter) : FallbackOfSeveral(parameter));
    }

    private TextParser? ParserOf(ITypeSymbol type) => TextParser.Find(type, _known);

    private static ParameterBinding.JsonBody Body(IParameterSymbol parameter, bool allowsEmpty)
    {
        string? fallback = FallbackOf(parameter);
        return new(TypeExpression.NotNull(parameter.Type), IsRequired: fallback is null && !allowsEmpty, fallback);
    }

    // What ASP.NET Core would bind and Upwire does not yet: refused, so that it never comes from an unexpected place.
    private Violation? Unsupported(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        bool isGuessed = ParserOf(type) is null && !HasSource(parameter);
        string? reason =
            parameter.GetAttributes().Count(IsSource) > 1 ? "several attributes say where it comes from; keep one of them"
            : parameter.FindAttribute(_known.AsParameters) is not null ? "[AsParameters] is not supported yet"
            : type.TypeKind == TypeKind.Dynamic ? "'dynamic' says nothing at compile time; name a type"
            : type.HasStaticAbstractMembers() ? $"'{Display(type)}' has static members without an implementation, and so cannot be asked for"
            : type.IsValueType && IsFromServices(parameter) ? $"'{Display(type)}' is a value type, which no service is"
            : IsForm(parameter) ? "forms are not supported yet"
            : (type.Is(_known.WebSocketConnection) || type.Is(_known.WebSocket)) && !endpoint.IsWebSocket ? "an HTTP request has no connection; use [WebSocket]"
            : isGuessed && endpoint.IsWebSocket && IsShape(type) ? $"'{Display(type)}' is not supported yet; use WebSocketConnection"
            : isGuessed && HasStaticMethod(type, "BindAsync") ? "BindAsync is not supported yet"
            : isGuessed && HasStaticMethod(type, TryParseMethod.Name)
                ? $"its TryParse is not 'public static bool TryParse(string, out {Display(type)})', with or without an IFormatProvider before the last parameter"
            : null;

        return reason is null ? null : Unbindable(parameter, reason);
    }

    private bool IsForm(IParameterSymbol parameter) =>
        parameter.FindAttributeImplementing(_known.FromForm) is not null
        || parameter.Type.Is(_known.FormFile)
        || parameter.Type.Is(_known.FormFileCollection)
        || parameter.Type.Is(_known.FormCollection);

    // What a handler will be able to take a connection as: it must not come from services meanwhile, as other abstract types do.
    private bool IsShape(ITypeSymbol type) =>
        type.Is(_known.WebSocket) || type.Is(_known.PipeReader) || type.OriginalDefinition.Is(_known.AsyncEnumerable);

    private bool HasSource(IParameterSymbol parameter) =>
        parameter.FindAttributeImplementing(_known.FromBody) is not null || IsFromServices(parameter);

    private bool IsFromServices(IParameterSymbol parameter) =>
        parameter.FindAttributeImplementing(_known.FromServices) is not null || parameter.FindAttribute(_known.FromKeyedServices) is not null;

    private bool IsSource(AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && (type.Is(_known.FromKeyedServices)
            || type.IsOrImplements(_known.FromRoute)
            || type.IsOrImplements(_known.FromQuery)
            || type.IsOrImplements(_known.FromHeader)
            || type.IsOrImplements(_known.FromBody)
            || type.IsOrImplements(_known.FromForm)
            || type.IsOrImplements(_known.FromServices));

    private static bool HasStaticMethod(ITypeSymbol type, string name) => type.GetMembers(name).Any(static member => member is IMethodSymbol { IsStatic: true });

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static Violation Unbindable(IParameterSymbol parameter, string reason) =>
        new(BindingDescriptors.Unbindable, parameter, parameter.Name, reason);

    private static string? NameOf(AttributeData attribute) => attribute.FindNamedArgument("Name")?.Value as string;

    // Upwire's AllowEmpty, or EmptyBodyBehavior.Allow of Microsoft.AspNetCore.Mvc.
    private static bool AllowsEmpty(AttributeData attribute) =>
        attribute.FindNamedArgument("AllowEmpty")?.Value is true || attribute.FindNamedArgument("EmptyBodyBehavior")?.Value is 1;

    private static string? FallbackOf(IParameterSymbol parameter) =>
        HasDefaultNull(parameter) && parameter.NullableAnnotation == NullableAnnotation.NotAnnotated ? "null!"
        : parameter.HasExplicitDefaultValue ? ConstantExpression.Of(parameter.Type, parameter.ExplicitDefaultValue)
        : parameter.NullableAnnotation == NullableAnnotation.Annotated || TypeExpression.IsOblivious(parameter.Type) ? "null"
        : null;

    // Without values, there are none rather than null, unless null is asked for: that is so where annotations are not used, too.
    private static string? FallbackOfSeveral(IParameterSymbol parameter) =>
        IsNullable(parameter.Type) || HasDefaultNull(parameter) ? FallbackOf(parameter) : null;

    private static bool HasDefaultNull(IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null, Type.IsReferenceType: true };

    private static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
