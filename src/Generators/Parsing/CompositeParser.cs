using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Parsing;

/// <summary>Takes apart the types that <c>[AsParameters]</c> stands before: each part is bound as a parameter of its own.</summary>
internal sealed class CompositeParser(ParameterParser parameters, KnownSymbols known)
{
    private readonly Stack<ITypeSymbol> _open = new();

    /// <summary>Whether what is parsed now is a part of something.</summary>
    public bool IsOpen => _open.Count > 0;

    public ParsedParameter Parse(BindingTarget target)
    {
        if (WhyNot(target) is { } reason)
        {
            return new Violation(BindingDescriptors.Unbindable, target.Symbol, target.Name, reason);
        }

        var construction = Construction.Find((INamedTypeSymbol)target.Type, known)!;
        _open.Push(target.Type);
        var violations = ImmutableArray.CreateBuilder<Violation>();
        var arguments = ParseAll(ArgumentsOf(construction, target), violations);
        var members = ParseAll(MembersOf(construction, target), violations);
        _open.Pop();
        return violations.Count > 0
            ? violations.ToImmutable()
            : new ParameterBinding.Composite(TypeExpression.NotNull(target.Type), arguments, members);
    }

    /// <summary>Asks all that a target is made of; nothing where it cannot be made.</summary>
    public IReadOnlyList<T> AskParts<T>(BindingTarget target, Func<BindingTarget, IEnumerable<T>> ask)
    {
        if (WhyNot(target) is not null)
        {
            return [];
        }

        var construction = Construction.Find((INamedTypeSymbol)target.Type, known)!;
        _open.Push(target.Type);
        List<T> answers = [.. ArgumentsOf(construction, target).Concat(MembersOf(construction, target)).SelectMany(ask)];
        _open.Pop();
        return answers;
    }

    private EquatableArray<ParameterModel> ParseAll(IEnumerable<BindingTarget> targets, ImmutableArray<Violation>.Builder violations)
    {
        var models = new List<ParameterModel>();
        foreach (var target in targets)
        {
            var parsed = parameters.Parse(target);
            violations.AddRange(parsed.Violations);
            if (parsed.Binding is { } binding)
            {
                models.Add(parameters.Model(target, binding));
            }
        }

        return models.ToEquatableArray();
    }

    private IEnumerable<BindingTarget> ArgumentsOf(Construction construction, BindingTarget target) =>
        construction.Arguments.Select(argument => BindingTarget.Of(argument.Parameter, argument.Property!, Place(argument.Property!, target)));

    private IEnumerable<BindingTarget> MembersOf(Construction construction, BindingTarget target) =>
        construction.Members.Select(property => BindingTarget.Of(property, Place(property, target)));

    // What is wrong with a type of another assembly is told where it is used.
    private ISymbol Place(ISymbol part, BindingTarget target) => known.IsInProject(part) ? part : target.Symbol;

    private string? WhyNot(BindingTarget target) =>
        target.CountSources(known) > 0 ? "[AsParameters] takes it apart, so that no other attribute can say where it comes from"
        : target.IsNullable ? "[AsParameters] always makes one; it cannot be null"
        : target.HasDefault ? "[AsParameters] always makes one; a default would never be used"
        : target.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type ? $"'{target.Type.Display()}' is no class, record or struct that [AsParameters] could make"
        : !known.IsAccessible(type) ? $"'{type.Display()}' is private, so that generated code cannot make it"
        : _open.Contains(type, SymbolEqualityComparer.Default) ? $"'{type.Display()}' contains itself"
        : Construction.Find(type, known) is not { } construction ? $"'{type.Display()}' {Construction.WhyNot}"
        : construction.Arguments.FirstOrDefault(static argument => argument.Property is null).Parameter is { } parameter ? $"'{parameter.Name}', which the constructor of '{type.Display()}' takes, is no property of it"
        : null;
}
