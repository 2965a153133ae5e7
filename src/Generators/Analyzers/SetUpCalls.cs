using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Upwire.Generators.Analyzers;

/// <summary>Where a project runs an application, and sets Upwire up.</summary>
internal sealed class SetUpCalls
{
    private readonly ConcurrentBag<Location> _mappings = [];
    private readonly ConcurrentBag<Location> _runs = [];
    private int _servicesAdded;

    /// <summary>The first place that maps the endpoints; null where none does.</summary>
    public Location? FirstMapping => FirstOf(_mappings);

    /// <summary>The first place that starts an application; null where none is seen.</summary>
    public Location? FirstRun => FirstOf(_runs);

    public bool AddsServices => _servicesAdded != 0;

    /// <summary>Takes note of a method that is called, or handed on.</summary>
    public void Look(IMethodSymbol method, SyntaxNode syntax)
    {
        switch (method.Name)
        {
            case "AddUpwire" when IsOfUpwire(method):
                Interlocked.Exchange(ref _servicesAdded, 1);
                break;
            case "MapUpwire" when IsOfUpwire(method):
                _mappings.Add(NameOf(syntax).GetLocation());
                break;
            case "Run" or "RunAsync" or "StartAsync" when method.ContainingType is { Name: "WebApplication" } type && type.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Builder":
                _runs.Add(NameOf(syntax).GetLocation());
                break;
        }
    }

    private static bool IsOfUpwire(IMethodSymbol method) => method.ContainingNamespace is { Name: "Upwire", ContainingNamespace.IsGlobalNamespace: true };

    private static Location? FirstOf(IEnumerable<Location> places) =>
        places.OrderBy(static place => place.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(static place => place.SourceSpan.Start).FirstOrDefault();

    private static SyntaxNode NameOf(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call => NameOf(call.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        _ => syntax,
    };
}
