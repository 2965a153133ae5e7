using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0040 and UPW0041: whether a native binary has a contract of what is read or written as JSON.</summary>
/// <param name="known">The project's symbols.</param>
/// <param name="contexts">Its contexts.</param>
/// <param name="isNative">Whether it is published as a native binary.</param>
internal sealed class JsonRules(KnownSymbols known, JsonContexts contexts, bool isNative)
{
    private const int MostNames = 3;

    /// <summary>Judges a type whose contract is asked for; null where nothing is wrong.</summary>
    public Diagnostic? Check(ITypeSymbol type, bool isRead, Func<Location> location) => contexts.Cover(type) ? null : Report(type, isRead, location);

    /// <summary>Judges a type of whose values the serializer finds the contract at run time: that of a base or an interface will do.</summary>
    public Diagnostic? CheckAtRunTime(ITypeSymbol type, Func<Location> location) =>
        contexts.Cover(type) || BasesOf(type).Any(contexts.Cover) || type.AllInterfaces.Any(contexts.Cover) ? null : Report(type, isRead: false, location);

    private static IEnumerable<INamedTypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var current = type.BaseType; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            yield return current;
        }
    }

    private Diagnostic? Report(ITypeSymbol type, bool isRead, Func<Location> location)
    {
        string use = isRead ? "read" : "written";
        string name = type.WithNullableAnnotation(NullableAnnotation.None).Display();
        if (IsOpen(type))
        {
            return null;
        }

        if (WhyNotCoverable(type) is { } reason)
        {
            return isNative ? Diagnostic.Create(JsonDescriptors.NotCoverable, location(), name, use, reason) : null;
        }

        return Diagnostic.Create(
            JsonDescriptors.NotCovered,
            location(),
            isNative ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            additionalLocations: null,
            ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Id, DocumentationCommentId.CreateReferenceId(contexts.AtRunTime(type))),
            name,
            use,
            Suggest(type, name));
    }

    // Each who gives the types has to have the contracts.
    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol or IErrorTypeSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen) || (named.ContainingType is { } outer && IsOpen(outer)),
        _ => false,
    };

    private string? WhyNotCoverable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => WhyNotCoverable(array.ElementType),
        { IsAnonymousType: true } => "an anonymous type has no name that a JsonSerializerContext could give; make it a record",
        INamedTypeSymbol named when named.TypeArguments.Select(WhyNotCoverable).FirstOrDefault(static reason => reason is not null) is { } reason => reason,
        _ when !known.IsAccessible(type) => $"'{type.Name}' is {(type is INamedTypeSymbol { IsFileLocal: true } ? "local to its file" : "private")}, so that no JsonSerializerContext can name it; make it internal",
        _ => null,
    };

    private string Suggest(ITypeSymbol type, string name)
    {
        string[] names = [.. contexts.ChoicesFor(type).Take(MostNames).Select(static context => $"'{context.Name}'")];
        string attribute = $"[JsonSerializable(typeof({name}))]";
        return names.Length == 0 ? $"declare one with {attribute} and register it" : $"add {attribute} to {string.Join(" or ", names)}";
    }
}
