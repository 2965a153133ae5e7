using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Analyzers;

/// <summary>UPW0061: routes of MVC on a class that is a controller of ours, and none of MVC's: nobody reads them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MvcAttributeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerDescriptors.MvcAttribute];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = KnownSymbols.Of(start.Compilation);
            var mvc = new MvcSymbols(start.Compilation);
            start.RegisterSymbolAction(symbol => Report(symbol, known, mvc), SymbolKind.NamedType);
        });
    }

    private static void Report(SymbolAnalysisContext context, KnownSymbols known, MvcSymbols mvc)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (mvc.IsController(type) || (ControllerAttributes.Find(type, known) is null && !ControllerAttributes.DeclaresEndpoint(type, known)))
        {
            return;
        }

        foreach (var symbol in type.GetMembers().OfType<IMethodSymbol>().Prepend<ISymbol>(type))
        {
            foreach (var attribute in symbol.GetAttributes().Where(attribute => mvc.IsEndpointAttribute(attribute.AttributeClass)))
            {
                if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax)
                {
                    string name = attribute.AttributeClass!.Name.Replace("Attribute", "");
                    bool hasTwin = context.Compilation.GetTypeByMetadataName($"Upwire.{name}Attribute") is not null;
                    context.ReportDiagnostic(Diagnostic.Create(
                        HandlerDescriptors.MvcAttribute,
                        syntax.Name.GetLocation(),
                        name,
                        symbol.Name,
                        hasTwin ? $" [{name}]" : " [HttpMethod], once for each HTTP method"));
                }
            }
        }
    }
}
