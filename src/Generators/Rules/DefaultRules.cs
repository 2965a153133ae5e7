using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0024: whether a value that is left out can be told from one that was sent.</summary>
internal static class DefaultRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        var parser = new ParameterParser(endpoint);
        foreach (var parameter in endpoint.Method.Parameters.Where(IsDefaultOfValue))
        {
            if (parser.Parse(parameter).Binding is ParameterBinding.Text { Source: not "Route" } text)
            {
                yield return new(BindingDescriptors.DefaultInPlaceOfNull, parameter, text.Key, parameter.Name, ValueOf(parameter), parameter.Type.Display(), CanBeWritten(parameter.Type) ? ", or write the value if it is meant" : "");
            }
        }
    }

    // Who writes the value itself means it, and false is what most mean by a switch that is not there.
    private static bool IsDefaultOfValue(IParameterSymbol parameter) =>
        parameter is { HasExplicitDefaultValue: true, Type: { IsValueType: true, SpecialType: not SpecialType.System_Boolean, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } }
        && parameter.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is ParameterSyntax
        {
            Default.Value: DefaultExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression },
        });

    private static bool CanBeWritten(ITypeSymbol type) => type.TypeKind == TypeKind.Enum || type.SpecialType is not (SpecialType.None or SpecialType.System_DateTime);

    private static string ValueOf(IParameterSymbol parameter) => parameter.Type switch
    {
        { SpecialType: SpecialType.System_DateTime } => "0001-01-01",
        { TypeKind: TypeKind.Enum } or { SpecialType: not SpecialType.None } => "0",
        var type => $"'default({type.Display()})'",
    };
}
