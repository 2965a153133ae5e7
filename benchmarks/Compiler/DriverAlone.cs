using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Benchmarks;

/// <summary>A generator that finds the same methods as Upwire's, and makes nothing of them: what is left is the compiler's own work.</summary>
internal sealed class DriverAlone : IIncrementalGenerator
{
    private static readonly string[] Attributes =
        ["HttpGet", "HttpPost", "HttpPut", "HttpPatch", "HttpDelete", "HttpHead", "HttpOptions", "HttpMethod", "WebSocket"];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (string attribute in Attributes)
        {
            var names = context.SyntaxProvider.ForAttributeWithMetadataName(
                $"Upwire.{attribute}Attribute",
                static (node, _) => node is MethodDeclarationSyntax,
                static (syntax, _) => syntax.TargetSymbol.Name);
            context.RegisterSourceOutput(names.Collect(), static (_, _) => { });
        }
    }
}
