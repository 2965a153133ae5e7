using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>Reports what is wrong with all endpoints of a project and of the assemblies that it references, taken together.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RouteTableAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        RouteDescriptors.RouteConflict,
        RouteDescriptors.UnreachableRoute,
        RouteDescriptors.DuplicateName,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = KnownSymbols.Of(start.Compilation);
            var endpoints = new ConcurrentBag<EndpointDeclaration>();
            start.RegisterSymbolAction(symbol => Collect((INamedTypeSymbol)symbol.Symbol, known, endpoints), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => Report(end, endpoints));
        });
    }

    private static void Collect(INamedTypeSymbol type, KnownSymbols known, ConcurrentBag<EndpointDeclaration> endpoints)
    {
        foreach (var endpoint in EndpointDeclaration.Of(type, known))
        {
            endpoints.Add(endpoint);
        }
    }

    private static void Report(CompilationAnalysisContext context, IEnumerable<EndpointDeclaration> declared)
    {
        var own = declared.OrderBy(static endpoint => PlaceOf(endpoint.Attribute)).ToList();
        if (own.Count == 0 && context.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary)
        {
            return;
        }

        var all = own.Concat(AssemblyEndpoints.OfReferences(context.Compilation)).ToList();
        var reported = new HashSet<(string, Location)>();
        foreach (var violation in RouteTableRules.Check(all).Concat(EndpointNameRules.Check(all)).Where(IsOfThisProject))
        {
            var location = violation.Rule.Id == DiagnosticIds.DuplicateName
                ? ViolationLocation.FindName(violation.Endpoint, context.CancellationToken)
                : ViolationLocation.FindTemplate(violation.Endpoint, context.CancellationToken);
            var other = violation.Other?.Method.Locations.Where(static location => location.IsInSource) ?? [];
            if (reported.Add((violation.Rule.Id, location)))
            {
                context.ReportDiagnostic(Diagnostic.Create(violation.Rule, location, other, violation.Arguments));
            }
        }
    }

    // Two endpoints of one referenced assembly were that project's business. Two of different ones nobody else has seen together.
    private static bool IsOfThisProject(TableViolation violation) =>
        violation.Endpoint.Attribute.ApplicationSyntaxReference is not null
        || (violation.Other is { } other && !SymbolEqualityComparer.Default.Equals(other.Method.ContainingAssembly, violation.Endpoint.Method.ContainingAssembly)
            && other.Attribute.ApplicationSyntaxReference is null);

    private static (string, int) PlaceOf(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference ? (reference.SyntaxTree.FilePath, reference.Span.Start) : ("", 0);
}
