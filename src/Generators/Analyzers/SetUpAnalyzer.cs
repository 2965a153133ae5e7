using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>UPW0060: an application that has endpoints and never maps them, or maps them without the services that this needs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SetUpAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [SetUpDescriptors.NotSetUp];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // A library is set up by whoever uses it.
            if (start.Compilation.GetEntryPoint(start.CancellationToken) is not { } entry)
            {
                return;
            }

            var known = KnownSymbols.Of(start.Compilation);
            var calls = new SetUpCalls();
            var endpoints = new ConcurrentBag<string>();
            start.RegisterSymbolAction(symbol => Look((INamedTypeSymbol)symbol.Symbol, known, endpoints), SymbolKind.NamedType);
            start.RegisterOperationAction(operation => calls.Look(((IInvocationOperation)operation.Operation).TargetMethod, operation.Operation.Syntax), OperationKind.Invocation);
            start.RegisterOperationAction(operation => calls.Look(((IMethodReferenceOperation)operation.Operation).Method, operation.Operation.Syntax), OperationKind.MethodReference);
            start.RegisterCompilationEndAction(end => Report(end, entry, calls, endpoints));
        });
    }

    private static void Look(INamedTypeSymbol type, KnownSymbols known, ConcurrentBag<string> endpoints)
    {
        if (EndpointDeclaration.Of(type, known).FirstOrDefault() is { } endpoint)
        {
            endpoints.Add(EndpointPlace.NameOf(endpoint));
        }
    }

    private static void Report(CompilationAnalysisContext context, IMethodSymbol entry, SetUpCalls calls, ConcurrentBag<string> endpoints)
    {
        bool lacksServices = !calls.AddsServices && !AssemblyParser.ReferencesThatKnowUpwire(context.Compilation).Any();
        if (calls.FirstMapping is not { } mapping)
        {
            if (endpoints.OrderBy(static name => name, StringComparer.Ordinal).FirstOrDefault() is { } endpoint)
            {
                Report(
                    calls.FirstRun ?? entry.Locations[0],
                    lacksMapping: true,
                    $"'{endpoint}' and the other endpoints of this project are never mapped, so that their paths answer 404",
                    "app.MapUpwire()",
                    "runs");
            }
        }
        else if (lacksServices)
        {
            Report(mapping, lacksMapping: false, "MapUpwire needs services that nothing here registers, and throws without them", "builder.Services.AddUpwire()", "is built");
        }

        void Report(Location location, bool lacksMapping, params object[] arguments) => context.ReportDiagnostic(Diagnostic.Create(
            SetUpDescriptors.NotSetUp,
            location,
            ImmutableDictionary<string, string?>.Empty
                .Add(DiagnosticProperties.LacksMapping, lacksMapping ? "true" : null)
                .Add(DiagnosticProperties.LacksServices, lacksServices ? "true" : null),
            arguments));
    }
}
