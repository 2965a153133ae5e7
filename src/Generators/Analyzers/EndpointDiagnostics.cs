using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>Runs a family of rules over the endpoints of a project and reports what they find, on the characters that are at fault.</summary>
internal static class EndpointDiagnostics
{
    public static void Register(AnalysisContext context, Func<EndpointDeclaration, IEnumerable<Violation>> check)
    {
        context.RegisterCompilationStartAction(start =>
        {
            var known = KnownSymbols.Of(start.Compilation);
            start.RegisterSymbolAction(symbol => Report(symbol, known, check), SymbolKind.NamedType);
        });
    }

    /// <summary>The same, for rules about types: where one is not there yet, the compiler says so, and what would be said of it is not what is wrong.</summary>
    public static void RegisterForFinished(AnalysisContext context, Func<EndpointDeclaration, IEnumerable<Violation>> check) =>
        Register(context, endpoint => endpoint.Known.Unfinished.IsPartOf(endpoint) ? [] : check(endpoint));

    private static void Report(SymbolAnalysisContext context, KnownSymbols known, Func<EndpointDeclaration, IEnumerable<Violation>> check)
    {
        // A method with several attributes, or a class with several methods, breaks most rules once and not once for each.
        var reported = new HashSet<(string, Location, ISymbol)>();
        foreach (var endpoint in EndpointDeclaration.Of((INamedTypeSymbol)context.Symbol, known))
        {
            foreach (var violation in check(endpoint))
            {
                var location = ViolationLocation.Find(violation, endpoint, context.CancellationToken);
                if (reported.Add((violation.Rule.Id, location, violation.Symbol)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(violation.Rule, location, endpoint.Method.Locations, violation.Properties, violation.Arguments));
                }
            }
        }
    }
}
