using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private const string Map = "MapUpwire";
    private const string Add = "AddUpwire";

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
            var found = new Found();
            start.RegisterSymbolAction(symbol => found.Look((INamedTypeSymbol)symbol.Symbol, known), SymbolKind.NamedType);
            start.RegisterOperationAction(operation => found.Look(((IInvocationOperation)operation.Operation).TargetMethod, operation.Operation.Syntax), OperationKind.Invocation);
            start.RegisterOperationAction(operation => found.Look(((IMethodReferenceOperation)operation.Operation).Method, operation.Operation.Syntax), OperationKind.MethodReference);
            start.RegisterCompilationEndAction(end => Report(end, entry, found));
        });
    }

    private static void Report(CompilationAnalysisContext context, IMethodSymbol entry, Found found)
    {
        if (found.Mappings.IsEmpty && found.FirstEndpoint is { } endpoint)
        {
            Report(context, entry.Locations[0], $"'{endpoint}' and the other endpoints of this project are never mapped, so that their paths answer 404; call app.MapUpwire() before the application runs");
        }
        else if (!found.Mappings.IsEmpty && !found.AddsServices && !AssemblyParser.ReferencesThatKnowUpwire(context.Compilation).Any())
        {
            Report(context, found.Mappings.First(), "MapUpwire needs services that nothing here registers, and throws without them; call builder.Services.AddUpwire() before the application is built");
        }
    }

    private static void Report(CompilationAnalysisContext context, Location location, string message) =>
        context.ReportDiagnostic(Diagnostic.Create(SetUpDescriptors.NotSetUp, location, message));

    private sealed class Found
    {
        private int _added;
        private string? _endpoint;

        public ConcurrentBag<Location> Mappings { get; } = [];

        public bool AddsServices => _added != 0;

        public string? FirstEndpoint => _endpoint;

        public void Look(INamedTypeSymbol type, KnownSymbols known)
        {
            if (_endpoint is null && EndpointDeclaration.Of(type, known).FirstOrDefault() is { } endpoint)
            {
                Interlocked.CompareExchange(ref _endpoint, EndpointPlace.NameOf(endpoint), null);
            }
        }

        public void Look(IMethodSymbol method, SyntaxNode syntax)
        {
            if (method.ContainingNamespace is not { Name: "Upwire", ContainingNamespace.IsGlobalNamespace: true })
            {
                return;
            }

            if (method.Name == Add)
            {
                Interlocked.Exchange(ref _added, 1);
            }
            else if (method.Name == Map)
            {
                Mappings.Add(NameOf(syntax).GetLocation());
            }
        }

        private static SyntaxNode NameOf(SyntaxNode syntax) => syntax switch
        {
            InvocationExpressionSyntax call => NameOf(call.Expression),
            MemberAccessExpressionSyntax access => access.Name,
            _ => syntax,
        };
    }
}
