using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Parsing;

/// <summary>Makes models of what the annotations of a parameter, and of the types that it is made of, ask of a request.</summary>
internal sealed class ValidationParser(KnownSymbols known)
{
    private const string RequiresReflection = "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute";

    /// <summary>Reads the annotations of a target; null where there are none.</summary>
    public ValidationModel? Parse(BindingTarget target, ParameterBinding binding)
    {
        var graph = new AnnotationGraph(known);
        var annotations = AnnotationsOf(target, graph);
        var value = FindValue(target, binding, graph);
        if (annotations.IsEmpty && value is null)
        {
            return null;
        }

        return new(
            target.Name,
            NameOf(target, binding),
            DisplayNameOf(target.Name, target.FindAttribute(known.Display), target.FindAttribute(known.DisplayName)),
            binding is ParameterBinding.JsonBody or ParameterBinding.Messages { Kind: MessageKind.Json },
            annotations.Select(AttributeParser.Construct).ToEquatableArray(),
            value?.Wrap(ExpressionOf(value.Object)),
            (value is null ? [] : graph.Types.Where(static type => type.IsNeeded).Select(Model)).ToEquatableArray(),
            annotations.Any(NeedsReflection));
    }

    /// <summary>UPW0025: an annotation that generated code cannot repeat.</summary>
    public Violation? FindViolation(BindingTarget target, ParameterBinding binding)
    {
        var graph = new AnnotationGraph(known);
        string? reason = WhyNot(AnnotationsOf(target, graph));
        if (reason is null && FindValue(target, binding, graph) is not null)
        {
            reason = graph.Types.Where(static type => type.IsNeeded).Select(WhyNot).FirstOrDefault(static reason => reason is not null);
        }

        return reason is null ? null : new(BindingDescriptors.NotValidatable, target.Symbol, target.Name, reason);
    }

    private static ImmutableArray<AttributeData> AnnotationsOf(BindingTarget target, AnnotationGraph graph) => graph.AnnotationsOf(target.Attributes);

    private AnnotatedValue? FindValue(BindingTarget target, ParameterBinding binding, AnnotationGraph graph) =>
        known.IsSkipped(target.Attributes) ? null
        : binding is ParameterBinding.JsonBody or ParameterBinding.Messages { Kind: MessageKind.Json } or ParameterBinding.Fields or ParameterBinding.Custom ? graph.Find(target.Type)
        : binding is ParameterBinding.Composite ? graph.FindWithoutMembers((INamedTypeSymbol)target.Type)
        : null;

    private string? WhyNot(AnnotatedType type) =>
        !known.IsAccessible(type.Type) ? $"generated code cannot name the type '{type.Type.Name}'"
        : WhyNot(type.Attributes) ?? type.Members.Select(member => WhyNot(member.Annotations)).FirstOrDefault(static reason => reason is not null);

    private string? WhyNot(ImmutableArray<AttributeData> annotations) =>
        annotations.FirstOrDefault(annotation => !AttributeParser.IsNameable(annotation, known)) is { AttributeClass: { } type }
            ? $"generated code cannot repeat the attribute [{type.Name.Replace("Attribute", "")}]: it, or something in its arguments, is private"
            : null;

    private ValidatorModel Model(AnnotatedType type) => new(
        NameOf(type),
        TypeExpression.NotNull(type.Type),
        type.Attributes.Select(AttributeParser.Construct).ToEquatableArray(),
        type.Members.Where(static member => member.Annotations.Length > 0 || member.Value is { Object.IsNeeded: true }).Select(Model).ToEquatableArray(),
        type.Derived.Where(static derived => derived.IsNeeded).Select(ExpressionOf).ToEquatableArray(),
        type.Attributes.Concat(type.Members.SelectMany(static member => member.Annotations)).Any(NeedsReflection));

    private MemberValidationModel Model(AnnotatedMember member) => new(
        member.Property.Name,
        DisplayNameOf(member.Property.Name, member.Property.FindAttribute(known.Display), member.Property.FindAttribute(known.DisplayName)),
        member.Property.FindAttribute(known.JsonPropertyName) is { ConstructorArguments: [{ Value: string name }] } ? name : null,
        FieldNameOf(member.Property),
        member.Annotations.Select(AttributeParser.Construct).ToEquatableArray(),
        member.Value is { Object.IsNeeded: true } value ? value.Wrap(ExpressionOf(value.Object)) : null);

    private string FieldNameOf(IPropertySymbol property)
    {
        var target = BindingTarget.Of(property, property);
        return (target.FindAttributeImplementing(known.FromForm) ?? target.FindAttributeImplementing(known.FromQuery) ?? target.FindAttribute(known.DataMember))
            ?.FindNamedArgument("Name")?.Value as string ?? property.Name;
    }

    private static string NameOf(BindingTarget target, ParameterBinding binding) => binding switch
    {
        ParameterBinding.Text text => text.Key,
        ParameterBinding.Fields fields => fields.Key,
        _ => target.Name,
    };

    // [Display] with a name of its own, or [DisplayName].
    private static string DisplayNameOf(string name, AttributeData? display, AttributeData? displayName) =>
        display?.FindNamedArgument("Name")?.Value as string
        ?? (displayName is { ConstructorArguments: [{ Value: string text }] } ? text : null)
        ?? name;

    private static string NameOf(AnnotatedType type) => GeneratedName.Of(type.HasMembers ? "Validator" : "WholeValidator", type.Type);

    private static string ExpressionOf(AnnotatedType type) => $"{NameOf(type)}.Instance";

    private static bool NeedsReflection(AttributeData annotation) =>
        annotation.AttributeConstructor!.GetAttributes().Any(static attribute => attribute.AttributeClass?.ToDisplayString() == RequiresReflection);
}
