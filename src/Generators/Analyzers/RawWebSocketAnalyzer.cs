using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Upwire.Generators.Diagnostics;

namespace Upwire.Generators.Analyzers;

/// <summary>UPW0052: a WebSocket of .NET whose calls are cancelled, which aborts it, or that sends twice at once, which it does not support.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawWebSocketAnalyzer : DiagnosticAnalyzer
{
    private const string Overlap =
        "Another message is sent on this socket while this one may be under way, which System.Net.WebSockets does not support; await each, "
        + "or take a WebSocketConnection in a [WebSocket] handler, on which many may send at once";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [WebSocketDescriptors.RawWebSocket];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (!RawSocketCall.IsCall(context.Operation))
        {
            return;
        }

        var locals = LocalDefinitions.Around(context.Operation);
        if (RawSocketCall.Read(context.Operation, locals) is not { } call)
        {
            return;
        }

        if (call.Token is { } token && CancellableToken.Is(token, locals))
        {
            string message =
                $"To cancel '{token.Syntax}' while {(call.IsSend ? "a message is sent" : "this waits for a message")} aborts the connection, and the client is not told why; "
                + "take a WebSocketConnection in a [WebSocket] handler, of which a call can be cancelled, or pass a token that nobody cancels";
            var instead = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Replacement, FindRequestAborted(call, token));
            context.ReportDiagnostic(Diagnostic.Create(WebSocketDescriptors.RawWebSocket, token.Syntax.GetLocation(), instead, message));
        }

        if (call.IsSend && OverlappingSends.Has(call, locals))
        {
            context.ReportDiagnostic(Diagnostic.Create(WebSocketDescriptors.RawWebSocket, call.Call.Syntax.GetLocation(), Overlap));
        }
    }

    // The token of the request that was accepted, if the call can name it.
    private static string FindRequestAborted(RawSocketCall call, IOperation token) =>
        call.Accept.Instance is IPropertyReferenceOperation { Instance: { } context }
        && context is IParameterReferenceOperation or ILocalReferenceOperation
        && Symbol(context) is { } symbol
        && token.SemanticModel!.LookupSymbols(token.Syntax.SpanStart, name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default)
            ? $"{context.Syntax}.RequestAborted"
            : "global::System.Threading.CancellationToken.None";

    private static ISymbol? Symbol(IOperation reference) => reference switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };
}
