using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>The parsers of <c>[assembly: Parser&lt;T&gt;]</c>.</summary>
internal sealed class DeclaredParsers
{
    private readonly Dictionary<ITypeSymbol, ParserModel> _parsers = new(SymbolEqualityComparer.Default);
    private readonly List<(AttributeData, string, string)> _faults = [];

    public DeclaredParsers(KnownSymbols known)
    {
        foreach (var attribute in known.Compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeArguments: [INamedTypeSymbol parser] } type && type.OriginalDefinition.Is(known.Parser))
            {
                Add(attribute, parser, known);
            }
        }
    }

    /// <summary>The attributes that declare nothing: each with the name of its class, and why.</summary>
    public IReadOnlyList<(AttributeData Attribute, string Parser, string Reason)> Faults => _faults;

    public ParserModel? Find(ITypeSymbol type) => _parsers.TryGetValue(type, out var parser) ? parser : null;

    private void Add(AttributeData attribute, INamedTypeSymbol parser, KnownSymbols known)
    {
        string? reason =
            !known.IsAccessible(parser) ? "generated code cannot name it"
            : TryParseMethod.FindDeclared(parser, known) is not { } declared ? "it has no 'public static bool TryParse(ReadOnlySpan<char>, IFormatProvider?, out T)'"
            : !known.IsAccessible(declared.Type) ? $"generated code cannot name '{declared.Type.Name}'"
            : _parsers.ContainsKey(declared.Type) ? $"'{declared.Type.Name}' has another parser already"
            : null;

        if (reason is not null)
        {
            _faults.Add((attribute, parser.Name, reason));
        }
        else if (TryParseMethod.FindDeclared(parser, known) is { } found)
        {
            _parsers.Add(found.Type, found.Model);
        }
    }
}
