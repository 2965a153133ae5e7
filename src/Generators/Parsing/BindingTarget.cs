using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>What a value of the request is bound to: a parameter of a handler, or a part of one that is taken apart.</summary>
internal sealed class BindingTarget
{
    private readonly IParameterSymbol? _parameter;

    private BindingTarget(ISymbol symbol, string name, ITypeSymbol type, IParameterSymbol? parameter, ImmutableArray<AttributeData> attributes)
    {
        Symbol = symbol;
        Name = name;
        Type = type;
        _parameter = parameter;
        Attributes = attributes;
    }

    /// <summary>What a violation is reported at.</summary>
    public ISymbol Symbol { get; }

    public string Name { get; }

    public ITypeSymbol Type { get; }

    public ImmutableArray<AttributeData> Attributes { get; }

    public bool HasDefault => _parameter?.HasExplicitDefaultValue == true;

    /// <summary>Whether it is a part of a parameter that is taken apart.</summary>
    public bool IsPart => !ReferenceEquals(Symbol, _parameter);

    /// <summary>Whether its declaration says that null is what it is without a value.</summary>
    public bool HasDefaultNull => HasDefault && _parameter!.ExplicitDefaultValue is null && Type.IsReferenceType;

    /// <summary>Whether null is a value of it.</summary>
    public bool IsNullable =>
        Type.NullableAnnotation == NullableAnnotation.Annotated || Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static BindingTarget Of(IParameterSymbol parameter) => new(parameter, parameter.Name, parameter.Type, parameter, parameter.GetAttributes());

    public static BindingTarget Of(IPropertySymbol property, ISymbol symbol) => new(symbol, property.Name, property.Type, null, property.GetAttributes());

    /// <summary>A parameter of a constructor, which has the attributes of the property that it sets, too.</summary>
    public static BindingTarget Of(IParameterSymbol parameter, IPropertySymbol property, ISymbol symbol) =>
        new(symbol, property.Name, parameter.Type, parameter, [.. parameter.GetAttributes(), .. property.GetAttributes()]);

    /// <summary>The same for each item of a sequence: what stands before the parameter is said of its items.</summary>
    public BindingTarget OfItems(ITypeSymbol item) => new(Symbol, Name, item, null, Attributes);

    public AttributeData? FindAttribute(INamedTypeSymbol? type) => Attributes.FirstOrDefault(attribute => attribute.AttributeClass.Is(type));

    /// <summary>The attribute whose class implements an interface, as ASP.NET Core recognises the sources of parameters.</summary>
    public AttributeData? FindAttributeImplementing(INamedTypeSymbol? type) =>
        Attributes.FirstOrDefault(attribute => attribute.AttributeClass?.IsOrImplements(type) == true);

    /// <summary>The attributes that say where the value comes from.</summary>
    public IEnumerable<AttributeData> FindSources(KnownSymbols known) => Attributes.Where(attribute => IsSource(attribute, known));

    /// <summary>How many attributes say where the value comes from.</summary>
    public int CountSources(KnownSymbols known) => FindSources(known).Count();

    public bool IsFromServices(KnownSymbols known) =>
        FindAttributeImplementing(known.FromServices) is not null || FindAttribute(known.FromKeyedServices) is not null;

    /// <summary>The expression that stands for a missing value; null where it must not be missing.</summary>
    public string? FindFallback() =>
        HasDefaultNull && Type.NullableAnnotation == NullableAnnotation.NotAnnotated ? "null!"
        : HasDefault ? ConstantExpression.Of(Type, _parameter!.ExplicitDefaultValue)
        : Type.NullableAnnotation == NullableAnnotation.Annotated || TypeExpression.IsOblivious(Type) ? "null"
        : null;

    /// <summary>The same for several values. Without any, there are none rather than null, unless null is asked for: that is so where annotations are not used, too.</summary>
    public string? FindFallbackOfSeveral() => IsNullable || HasDefaultNull ? FindFallback() : null;

    private static bool IsSource(AttributeData attribute, KnownSymbols known) =>
        attribute.AttributeClass is { } type
        && (type.Is(known.FromKeyedServices)
            || type.Is(known.FromMessage)
            || type.IsOrImplements(known.FromRoute)
            || type.IsOrImplements(known.FromQuery)
            || type.IsOrImplements(known.FromHeader)
            || type.IsOrImplements(known.FromBody)
            || type.IsOrImplements(known.FromForm)
            || type.IsOrImplements(known.FromServices));
}
