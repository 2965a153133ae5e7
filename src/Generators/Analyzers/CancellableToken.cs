using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Upwire.Generators.Analyzers;

/// <summary>Cancellation tokens of which it is certain that somebody else than the client can cancel them.</summary>
internal static class CancellableToken
{
    /// <summary>
    /// Whether a token is one of a source, or of the application's lifetime. A parameter is none: that of a handler is cancelled when the connection
    /// is gone, as <c>HttpContext.RequestAborted</c> is, and then there is nothing to abort.
    /// </summary>
    public static bool Is(IOperation token, LocalDefinitions locals) => locals.Resolve(token) is IPropertyReferenceOperation { Property: var property, Instance: { } owner }
        && (property.Name, property.ContainingType.ToDisplayString()) switch
        {
            ("Token", "System.Threading.CancellationTokenSource") => !OnlyFollows(owner, locals),
            ("ApplicationStopping" or "ApplicationStopped", "Microsoft.Extensions.Hosting.IHostApplicationLifetime") => true,
            _ => false,
        };

    // A source that is linked to such tokens only, and that nobody can reach but to read its token.
    private static bool OnlyFollows(IOperation source, LocalDefinitions locals) =>
        source is ILocalReferenceOperation { Local: var local }
        && locals.Resolve(source) is IInvocationOperation { TargetMethod.Name: "CreateLinkedTokenSource" } linked
        && linked.Arguments.All(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Value.Type?.Name == "CancellationToken" && !Is(argument.Value, locals))
        && locals.Operations.OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
            .All(static reference => reference.Parent is IPropertyReferenceOperation { Property.Name: "Token" });
}
