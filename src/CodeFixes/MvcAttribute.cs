using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>An attribute of MVC that one of Upwire's can stand for.</summary>
internal sealed class MvcAttribute
{
    private readonly List<AttributeArgumentSyntax> _positional;

    private MvcAttribute(AttributeSyntax syntax, string name)
    {
        var arguments = syntax.ArgumentList?.Arguments ?? default;
        Syntax = syntax;
        Name = name;
        EndpointName = FindNamed(arguments, "Name")?.Expression is { } value && !value.IsKind(SyntaxKind.NullLiteralExpression) ? value : null;
        HasOrder = FindNamed(arguments, "Order") is not null;
        _positional = [.. arguments.Where(static argument => argument.NameEquals is null)];
    }

    public AttributeSyntax Syntax { get; }

    /// <summary>The name of both, without the suffix.</summary>
    public string Name { get; }

    /// <summary>The name that it gives the endpoint; null where it gives none.</summary>
    public ExpressionSyntax? EndpointName { get; }

    /// <summary>Whether it says in which order routes are tried, for which there is nothing in Upwire.</summary>
    public bool HasOrder { get; }

    /// <summary>Finds what an attribute of MVC is; null where Upwire has none for it there.</summary>
    public static MvcAttribute? Find(AttributeSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetTypeInfo(syntax, cancellation).Type?.Name is not { } typeName || model.Compilation.GetTypeByMetadataName($"Upwire.{typeName}") is null)
        {
            return null;
        }

        // Prefixes stand on classes, and those of Upwire have no name.
        var owner = syntax.Parent?.Parent;
        bool isPrefix = typeName == "RouteAttribute";
        var attribute = new MvcAttribute(syntax, typeName.Replace("Attribute", ""));
        return isPrefix != owner is TypeDeclarationSyntax ? null
            : attribute.EndpointName is null || (!isPrefix && CanName(owner, model, cancellation)) ? attribute
            : null;
    }

    /// <summary>The attribute of Upwire with what its arguments can say, as far as it has any.</summary>
    public AttributeSyntax With(NameSyntax name)
    {
        var attribute = Syntax.WithName(name.WithTriviaFrom(Syntax.Name));
        if (_positional.Count == 0)
        {
            return Syntax.ArgumentList is { Arguments.Count: > 0 } ? attribute.WithArgumentList(null).WithTrailingTrivia(Syntax.GetTrailingTrivia()) : attribute;
        }

        // Both call it a template, but for prefixes.
        var arguments = _positional.Select(argument => Name == "Route" ? argument.WithNameColon(null) : argument);
        return attribute.WithArgumentList(Syntax.ArgumentList!.WithArguments(SyntaxFactory.SeparatedList(arguments)));
    }

    private static AttributeArgumentSyntax? FindNamed(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    // A name is one endpoint's, and one attribute of the method gives it.
    private static bool CanName(SyntaxNode? owner, SemanticModel model, CancellationToken cancellation)
    {
        var (known, mvc) = (KnownSymbols.Of(model.Compilation), new MvcSymbols(model.Compilation));
        return owner is MethodDeclarationSyntax
            && model.GetDeclaredSymbol(owner, cancellation)?.GetAttributes() is { } attributes
            && attributes.Count(attribute => mvc.IsEndpointAttribute(attribute.AttributeClass) || known.GetEndpointAttribute(attribute.AttributeClass) is not null) == 1
            && attributes.All(static attribute => attribute.AttributeClass?.Name != "EndpointNameAttribute");
    }
}
