using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Analyzers;

/// <summary>UPW0051: compression that keeps a window for each of very many connections.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CostlyCompressionAnalyzer : DiagnosticAnalyzer
{
    // Up to here it is 300 MB, which a server may well have for it.
    private const int ManyConnections = 1_000;
    private const double MegabytesEach = 0.3;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [WebSocketDescriptors.CostlyCompression];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var takeover = start.Compilation.GetTypeByMetadataName("Upwire.WebSocketCompression")?.GetMembers("ContextTakeover").OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue;
            if (takeover is null)
            {
                return;
            }

            var known = KnownSymbols.Of(start.Compilation);
            var compressing = new ConcurrentBag<Location>();
            var limits = new ConcurrentBag<int>();
            start.RegisterSymbolAction(symbol => CollectAttributes((IMethodSymbol)symbol.Symbol, known, takeover, compressing, symbol.CancellationToken), SymbolKind.Method);
            AssignedOption.Register(start, option => CollectOption(option, takeover, compressing, limits));
            start.RegisterCompilationEndAction(end => Report(end, compressing, limits));
        });
    }

    private static void CollectAttributes(IMethodSymbol method, KnownSymbols known, object takeover, ConcurrentBag<Location> compressing, CancellationToken cancellation)
    {
        foreach (var endpoint in EndpointDeclaration.Of(method, known))
        {
            if (endpoint.Attribute.FindNamedArgument("Compression") is { Kind: TypedConstantKind.Enum, Value: { } value }
                && value.Equals(takeover)
                && ViolationLocation.FindArgument(endpoint.Attribute, "Compression", cancellation) is { } argument)
            {
                compressing.Add(argument.Expression.GetLocation());
            }
        }
    }

    private static void CollectOption(AssignedOption option, object takeover, ConcurrentBag<Location> compressing, ConcurrentBag<int> limits)
    {
        // A number becomes an int? by a conversion, which is no constant.
        var value = option.Value is IConversionOperation { IsImplicit: true, Operand: var operand } ? operand : option.Value;
        if (option.Name == "MaxConnections" && value.ConstantValue is { HasValue: true, Value: int limit })
        {
            limits.Add(limit);
        }
        else if (option.Name == "Compression" && value.ConstantValue is { HasValue: true, Value: { } compression } && compression.Equals(takeover))
        {
            compressing.Add(value.Syntax.GetLocation());
        }
    }

    // Which of several limits holds may depend on the environment: the largest is what must be reckoned with.
    private static void Report(CompilationAnalysisContext context, ConcurrentBag<Location> compressing, ConcurrentBag<int> limits)
    {
        int limit = limits.DefaultIfEmpty().Max();
        if (limit <= ManyConnections)
        {
            return;
        }

        foreach (var location in compressing)
        {
            context.ReportDiagnostic(Diagnostic.Create(WebSocketDescriptors.CostlyCompression, location, Display(limit), Display(limit * MegabytesEach)));
        }
    }

    private static string Display(double number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
