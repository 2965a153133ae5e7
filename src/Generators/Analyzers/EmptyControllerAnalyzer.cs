using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Analyzers;

/// <summary>UPW0062: a class with [Route] or [Filter] of which nothing is mapped.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyControllerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [HandlerDescriptors.EmptyController];

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
        if (type is { TypeKind: TypeKind.Class, IsAbstract: false } or { TypeKind: TypeKind.Class, IsStatic: true }
            && ControllerAttributes.Find(type, known) is { AttributeClass: { } attribute }
            && !ControllerAttributes.DeclaresEndpoint(type, known)
            && !mvc.IsController(type)
            && !HasMvcEndpoint(type, mvc)
            && !HasDerivedWithEndpoint(type, known, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandlerDescriptors.EmptyController,
                type.Locations[0],
                type.Name,
                attribute.Name.Replace("Attribute", ""),
                WhatLacks(type, known)));
        }
    }

    // UPW0061 says of those what they lack.
    private static bool HasMvcEndpoint(INamedTypeSymbol type, MvcSymbols mvc) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(method => method.GetAttributes().Any(attribute => mvc.IsEndpointAttribute(attribute.AttributeClass)));

    private static string WhatLacks(INamedTypeSymbol type, KnownSymbols known)
    {
        if (type.GetHierarchy().FirstOrDefault(declaring => !declaring.Is(type) && ControllerAttributes.DeclaresEndpoint(declaring, known)) is { } inherited)
        {
            return $"the endpoints of '{inherited.Name}' are those of that class only, and are not inherited";
        }

        var handler = type.GetMembers().OfType<IMethodSymbol>()
            .FirstOrDefault(static method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsOverride: false });

        return handler is null
            ? "add a method with [HttpGet], [WebSocket] or another endpoint attribute"
            : $"no method has [HttpGet], [WebSocket] or another endpoint attribute; '{handler.Name}' probably lacks one";
    }

    // Searched for a suspect only, of which there are few.
    private static bool HasDerivedWithEndpoint(INamedTypeSymbol type, KnownSymbols known, CancellationToken cancellation)
    {
        var pending = new Stack<INamespaceOrTypeSymbol>([known.Compilation.Assembly.GlobalNamespace]);
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var current = pending.Pop();
            if (current is INamedTypeSymbol { TypeKind: TypeKind.Class } candidate && DerivesFrom(candidate, type) && ControllerAttributes.DeclaresEndpoint(candidate, known))
            {
                return true;
            }

            foreach (var member in current.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                pending.Push(member);
            }
        }

        return false;
    }

    private static bool DerivesFrom(INamedTypeSymbol candidate, INamedTypeSymbol type) =>
        candidate.GetHierarchy().Any(current => current.OriginalDefinition.Is(type));
}
