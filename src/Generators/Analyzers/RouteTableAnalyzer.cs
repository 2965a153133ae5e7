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
        foreach (var violation in RouteTableRules.Check(all, KnownSymbols.Of(context.Compilation).Constraints).Concat(EndpointNameRules.Check(all)).Where(IsOfThisProject))
        {
            var location = !IsOwn(violation.Endpoint) ? Location.None
                : violation.Rule.Id == DiagnosticIds.DuplicateName ? ViolationLocation.FindName(violation.Endpoint, context.CancellationToken)
                : ViolationLocation.FindTemplate(violation.Endpoint, context.CancellationToken);
            var other = violation.Other is { } second && IsOwn(second) ? second.Method.Locations : [];
            if (reported.Add((violation.Rule.Id, location)))
            {
                context.ReportDiagnostic(Diagnostic.Create(violation.Rule, location, other, violation.Arguments));
            }
        }
    }

    // Two endpoints of one referenced assembly were that project's business. Two of different ones nobody else has seen together.
    private static bool IsOfThisProject(TableViolation violation) =>
        IsOwn(violation.Endpoint)
        || (violation.Other is { } other && !IsOwn(other) && !SymbolEqualityComparer.Default.Equals(other.Method.ContainingAssembly, violation.Endpoint.Method.ContainingAssembly));

    // An editor sees the source of a referenced project, too, but lets nothing be reported in it.
    private static bool IsOwn(EndpointDeclaration endpoint) => endpoint.Known.IsInProject(endpoint.Method);

    private static (string, int) PlaceOf(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference ? (reference.SyntaxTree.FilePath, reference.Span.Start) : ("", 0);
}
