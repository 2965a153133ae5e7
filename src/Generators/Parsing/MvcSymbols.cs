using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>The types of ASP.NET Core MVC that are mistaken for those of Upwire; null each where the project does not see MVC.</summary>
internal sealed class MvcSymbols(Compilation compilation)
{
    private readonly INamedTypeSymbol? _controllerBase = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ControllerBase");
    private readonly INamedTypeSymbol? _apiController = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ApiControllerAttribute");
    private readonly INamedTypeSymbol? _controller = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ControllerAttribute");
    private readonly INamedTypeSymbol? _routeTemplateProvider = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Routing.IRouteTemplateProvider");
    private readonly INamedTypeSymbol? _actionMethodProvider = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Routing.IActionHttpMethodProvider");

    /// <summary>Whether MVC itself takes a class for a controller, by its base or an attribute.</summary>
    public bool IsController(INamedTypeSymbol type) =>
        type.IsOrDerivesFrom(_controllerBase)
        || type.GetHierarchy().Any(current => current.FindAttribute(_apiController) is not null || current.FindAttribute(_controller) is not null);

    /// <summary>Whether an attribute gives an action its path or its HTTP method.</summary>
    public bool IsEndpointAttribute(INamedTypeSymbol? attribute) =>
        attribute?.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Mvc"
        && (attribute.IsOrImplements(_routeTemplateProvider) || attribute.IsOrImplements(_actionMethodProvider));
}
