using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.Generators.Parsing;

/// <summary>The names of the route constraints that a project registers itself: in <c>RouteOptions.ConstraintMap</c>, or by <c>SetParameterPolicy</c>.</summary>
internal static class DeclaredConstraints
{
    private const string Map = "ConstraintMap";
    private const string Setter = "SetParameterPolicy";

    /// <summary>Looks for them in all files. Nobody asks before a template names a constraint that ASP.NET Core does not have.</summary>
    public static IReadOnlyCollection<string> Of(Compilation compilation) =>
        new HashSet<string>(compilation.SyntaxTrees.SelectMany(tree => Of(tree, compilation)), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Of(SyntaxTree tree, Compilation compilation)
    {
        string text = tree.GetText().ToString();
        if (text.IndexOf(Map, StringComparison.Ordinal) < 0 && text.IndexOf(Setter, StringComparison.Ordinal) < 0)
        {
            return [];
        }

        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes()
            .Select(FindName)
            .OfType<ExpressionSyntax>()
            .Select(name => model.GetConstantValue(name).Value)
            .OfType<string>();
    }

    private static ExpressionSyntax? FindName(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: Setter } } call => First(call.ArgumentList),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd", Expression: var map } } call when IsMap(map) => First(call.ArgumentList),
        ElementAccessExpressionSyntax { Expression: var map } access when IsMap(map) => First(access.ArgumentList),
        ImplicitElementAccessSyntax access when access.FirstAncestorOrSelf<InitializerExpressionSyntax>()?.Parent is AssignmentExpressionSyntax { Left: var map } && IsMap(map) => First(access.ArgumentList),
        _ => null,
    };

    private static ExpressionSyntax? First(BaseArgumentListSyntax arguments) => arguments.Arguments.Count > 0 ? arguments.Arguments[0].Expression : null;

    private static bool IsMap(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == Map,
        IdentifierNameSyntax name => name.Identifier.ValueText == Map,
        _ => false,
    };
}
