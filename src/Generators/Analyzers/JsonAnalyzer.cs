using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Models;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>Reports what endpoints, and calls of connections and groups, read or write as JSON and a native binary could not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        JsonDescriptors.NotCovered,
        JsonDescriptors.NotCoverable,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = KnownSymbols.Of(start.Compilation);
            var rules = new JsonRules(known, new(start.Compilation), start.Options.AnalyzerConfigOptionsProvider.IsPublishedAot());
            start.RegisterSymbolAction(symbol => ReportEndpoints(symbol, known, rules), SymbolKind.NamedType);
            start.RegisterOperationAction(operation => ReportCall(operation, known, rules), OperationKind.Invocation);
            start.RegisterOperationAction(operation => ReportReturn(operation, known, rules), OperationKind.Return);
        });
    }

    private static void ReportEndpoints(SymbolAnalysisContext context, KnownSymbols known, JsonRules rules)
    {
        var reported = new HashSet<Diagnostic>();
        foreach (var endpoint in EndpointDeclaration.Of((INamedTypeSymbol)context.Symbol, known))
        {
            var faults = JsonUse.Of(endpoint)
                .Select(use => rules.Check(use.Type, use.IsRead, () => PlaceOf(use, endpoint, context.CancellationToken)))
                .OfType<Diagnostic>()
                .ToList();

            // One that is not emitted reads and writes nothing; few have faults, so that few are asked.
            foreach (var fault in faults.Count > 0 && EndpointRules.Allow(endpoint) ? faults : [])
            {
                if (reported.Add(fault))
                {
                    context.ReportDiagnostic(fault);
                }
            }
        }
    }

    // A method of a base class that is asked before a connection may be another project's, in whose source nothing can be reported.
    private static Location PlaceOf(JsonUse use, EndpointDeclaration endpoint, CancellationToken cancellation) =>
        endpoint.Known.IsInProject(use.Place)
            ? TypeLocation.Find(use.Place, use.Type, cancellation)
            : endpoint.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? Location.None;

    private static void ReportCall(OperationAnalysisContext context, KnownSymbols known, JsonRules rules)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "SendJsonAsync" or "ReadAllJsonAsync", TypeArguments: [var type] } method
            || !(method.ContainingType.Is(known.WebSocketConnection) || method.ContainingType.Is(known.WebSocketRecipients)))
        {
            return;
        }

        var value = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "value")?.Value;
        if (type.SpecialType == SpecialType.System_Object && value is not null)
        {
            Report(context, RunTimeValue.Of(value), rules);
        }
        else if (rules.Check(type, isRead: value is null, () => PlaceOf(call, value)) is { } fault)
        {
            context.ReportDiagnostic(fault);
        }
    }

    private static Location PlaceOf(IInvocationOperation call, IOperation? value) =>
        call.Syntax is InvocationExpressionSyntax { Expression: var called }
        && called.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault(name => name.Identifier.ValueText == call.TargetMethod.Name) is { } generic
            ? generic.TypeArgumentList.Arguments[0].GetLocation()
            : (value ?? call).Syntax.GetLocation();

    // What an endpoint returns as object is written as what it is.
    private static void ReportReturn(OperationAnalysisContext context, KnownSymbols known, JsonRules rules)
    {
        var returned = (IReturnOperation)context.Operation;
        if (returned.ReturnedValue is { } value && context.ContainingSymbol is IMethodSymbol method && !IsInFunction(returned))
        {
            var values = RunTimeValue.Of(value).Where(source => ResultParser.KindOf(source.Type, known) == ResultKind.Json).ToList();
            if (values.Count > 0 && EndpointDeclaration.Of(method, known).Any(endpoint => ReturnsObject(endpoint) && EndpointRules.Allow(endpoint)))
            {
                Report(context, values, rules);
            }
        }
    }

    private static void Report(OperationAnalysisContext context, IEnumerable<RunTimeValue> values, JsonRules rules)
    {
        foreach (var fault in values.Select(value => rules.CheckAtRunTime(value.Type, value.Syntax.GetLocation)).OfType<Diagnostic>())
        {
            context.ReportDiagnostic(fault);
        }
    }

    private static bool IsInFunction(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReturnsObject(EndpointDeclaration endpoint) =>
        !endpoint.IsWebSocket && ResultParser.Unwrap(endpoint).Value is { SpecialType: SpecialType.System_Object };
}
