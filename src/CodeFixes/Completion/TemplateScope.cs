using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.CodeFixes.Completion;

/// <summary>What the parameters of a template may be called: what the handlers take that it is for.</summary>
internal sealed class TemplateScope
{
    private readonly List<(string Key, ITypeSymbol Type)> _all = [];

    private TemplateScope(KnownSymbols known) => Known = known;

    public KnownSymbols Known { get; }

    /// <summary>What has no place in the template yet, in the order of the parameters.</summary>
    public List<(string Key, ITypeSymbol Type)> Free { get; } = [];

    /// <summary>Finds the handlers that a template is for; null where it is none of Upwire's attributes.</summary>
    public static TemplateScope? Find(OpenTemplate template, SemanticModel model, CancellationToken cancellation)
    {
        var known = KnownSymbols.Of(model.Compilation);
        if (model.GetTypeInfo(template.Attribute, cancellation).Type is not INamedTypeSymbol { InstanceConstructors: [var constructor, ..] } type)
        {
            return null;
        }

        bool isPrefix = type.Is(known.Route);
        if ((!isPrefix && known.GetEndpointAttribute(type) is null) || !template.IsArgumentOf(constructor, isPrefix ? "prefix" : "template"))
        {
            return null;
        }

        var scope = new TemplateScope(known);
        switch (template.Attribute.Parent?.Parent)
        {
            case TypeDeclarationSyntax declaration when isPrefix && model.GetDeclaredSymbol(declaration, cancellation) is { } controller:
                scope.AddController(controller, template.Others);
                break;
            case MethodDeclarationSyntax declaration when !isPrefix && model.GetDeclaredSymbol(declaration, cancellation) is { } method:
                scope.AddHandler(method, template);
                break;
        }

        return scope;
    }

    /// <summary>The type of what a parameter of the template is bound to; null where nothing takes it.</summary>
    public ITypeSymbol? FindType(string key) => _all.FirstOrDefault(target => IsSame(target.Key, key)).Type;

    private void AddHandler(IMethodSymbol method, OpenTemplate template)
    {
        foreach (var endpoint in EndpointDeclaration.Of(method, Known))
        {
            if (endpoint.Attribute.ApplicationSyntaxReference?.Span == template.Attribute.Span)
            {
                Add(endpoint, endpoint.Join(template.Others).Text);
            }
        }
    }

    // What a handler's own template has is not the prefix's to take.
    private void AddController(INamedTypeSymbol controller, string prefix)
    {
        foreach (var endpoint in EndpointDeclaration.Of(controller, Known))
        {
            if (!endpoint.OriginalTemplate.StartsWith("~/", StringComparison.Ordinal))
            {
                Add(endpoint, JoinedTemplate.Join(prefix, endpoint.OriginalTemplate).Text);
            }
        }
    }

    private void Add(EndpointDeclaration endpoint, string others)
    {
        var taken = RouteTemplateParser.Parse(others);
        foreach (var (key, target) in TemplateRules.TargetsOf(endpoint))
        {
            _all.Add((key, target.Type));
            if (taken.Find(key) is null
                && TextParser.Find(target.Type, Known) is { Shape: Generators.Models.TextShape.Value }
                && !Free.Any(other => IsSame(other.Key, key)))
            {
                Free.Add((key, target.Type));
            }
        }
    }

    private static bool IsSame(string key, string other) => string.Equals(key, other, StringComparison.OrdinalIgnoreCase);
}
