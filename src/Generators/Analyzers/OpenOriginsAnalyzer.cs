using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Analyzers;

/// <summary>UPW0050: endpoints that pages of any site may open with the user's cookies (cross-site WebSocket hijacking).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OpenOriginsAnalyzer : DiagnosticAnalyzer
{
    private const string Origins = "Origins";

    private const string Any = "*";

    // What signs users in by a cookie; IdentityConstants.BearerScheme of AddIdentityApiEndpoints stands beside one.
    private static readonly ImmutableHashSet<string> CookieMethods =
        ["AddCookie", "AddIdentity", "AddIdentityCookies", "AddDefaultIdentity", "AddIdentityApiEndpoints", "AddApplicationCookie"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [WebSocketDescriptors.OpenOrigins];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var known = KnownSymbols.Of(start.Compilation);
            var authorize = start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.IAuthorizeData");
            var anonymous = start.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.IAllowAnonymous");
            var endpoints = new ConcurrentBag<EndpointDeclaration>();
            var openings = new ConcurrentBag<Location>();
            var cookies = new ConcurrentBag<IMethodSymbol>();

            start.RegisterSymbolAction(symbol => Collect((IMethodSymbol)symbol.Symbol, known, endpoints), SymbolKind.Method);
            AssignedOption.Register(
                start,
                option =>
                {
                    if (FindOpening(option) is { } opening)
                    {
                        openings.Add(opening);
                    }
                });

            start.RegisterOperationAction(
                operation =>
                {
                    if (((IInvocationOperation)operation.Operation).TargetMethod is var method && IsOfCookies(method))
                    {
                        cookies.Add(method);
                    }
                },
                OperationKind.Invocation);

            start.RegisterCompilationEndAction(end =>
            {
                string? cookie = cookies.Select(static method => method.Name).OrderBy(static name => name, StringComparer.Ordinal).FirstOrDefault();
                Report(end, endpoints, openings, endpoint => WhyCookies(endpoint, authorize, anonymous, cookie));
            });
        });
    }

    private static void Collect(IMethodSymbol method, KnownSymbols known, ConcurrentBag<EndpointDeclaration> endpoints)
    {
        foreach (var endpoint in EndpointDeclaration.Of(method, known).Where(static endpoint => endpoint.IsWebSocket))
        {
            endpoints.Add(endpoint);
        }
    }

    private static bool IsOpen(EndpointDeclaration endpoint) =>
        endpoint.Attribute.FindNamedArgument(Origins) is { Kind: TypedConstantKind.Array, IsNull: false } origins
        && origins.Values.Any(static origin => origin.Value is Any);

    private static Location? FindOpening(AssignedOption option) => option.Name == Origins
        ? option.Value.Descendants().FirstOrDefault(static value => value.ConstantValue is { HasValue: true, Value: Any })?.Syntax.GetLocation()
        : null;

    private static bool IsOfCookies(IMethodSymbol method) =>
        CookieMethods.Contains(method.Name) && method.ContainingNamespace.ToDisplayString() is "Microsoft.Extensions.DependencyInjection" or "Microsoft.AspNetCore.Identity";

    private static string? WhyCookies(EndpointDeclaration endpoint, INamedTypeSymbol? authorize, INamedTypeSymbol? anonymous, string? cookie)
    {
        var attributes = endpoint.Method.ContainingType.GetHierarchy().Append<ISymbol>(endpoint.Method).SelectMany(static symbol => symbol.GetAttributes()).ToList();
        var demands = attributes.Where(attribute => attribute.AttributeClass?.IsOrImplements(authorize) == true).ToList();
        bool isAnonymous = attributes.Any(attribute => attribute.AttributeClass?.IsOrImplements(anonymous) == true);

        return demands.Count > 0 && demands.All(IsBearer) ? null
            : cookie is not null ? $"the application signs users in by a cookie ({cookie})"
            : demands.Count > 0 && !isAnonymous ? "it asks for a user by [Authorize]"
            : null;
    }

    // A page has to know a token to send it, and a foreign one does not.
    private static bool IsBearer(AttributeData authorize) => authorize.FindNamedArgument("AuthenticationSchemes")?.Value is "Bearer";

    private static Location Locate(EndpointDeclaration endpoint, CancellationToken cancellation)
    {
        var argument = ViolationLocation.FindArgument(endpoint.Attribute, Origins, cancellation);
        var origin = argument?.DescendantNodes().FirstOrDefault(static node => node is LiteralExpressionSyntax { Token: { ValueText: Any } token } && token.IsKind(SyntaxKind.StringLiteralToken));
        return origin?.GetLocation() ?? argument?.Expression.GetLocation() ?? endpoint.Method.Locations[0];
    }

    private static void Report(CompilationAnalysisContext context, IReadOnlyCollection<EndpointDeclaration> endpoints, IEnumerable<Location> openings, Func<EndpointDeclaration, string?> whyCookies)
    {
        foreach (var endpoint in endpoints.Where(IsOpen))
        {
            Report(context, Locate(endpoint, context.CancellationToken), endpoint, whyCookies(endpoint));
        }

        // One of those that the options open says what they do to all of them.
        var (opened, reason) = endpoints
            .Where(static endpoint => endpoint.Attribute.FindNamedArgument(Origins) is null)
            .OrderBy(static endpoint => endpoint.Joined.Text, StringComparer.Ordinal)
            .Select(endpoint => (endpoint, whyCookies(endpoint)))
            .FirstOrDefault(static found => found.Item2 is not null);

        foreach (var opening in openings)
        {
            Report(context, opening, opened, reason);
        }
    }

    private static void Report(CompilationAnalysisContext context, Location location, EndpointDeclaration endpoint, string? reason)
    {
        if (reason is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(WebSocketDescriptors.OpenOrigins, location, endpoint.Joined.Text, reason));
        }
    }
}
