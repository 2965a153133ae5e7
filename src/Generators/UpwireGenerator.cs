using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Emission;
using Upwire.Generators.Models;
using Upwire.Generators.Parsing;

namespace Upwire.Generators;

/// <summary>Finds the endpoints of a project and writes what maps, binds and dispatches them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class UpwireGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // What is embedded is invisible to other assemblies, also to those that see this one's internals.
        context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());

        var declarations = context.CompilationProvider
            .Select(Declarations.Of)
            .WithTrackingName(TrackingNames.Declarations);

        var assembly = declarations
            .Select(AssemblyParser.Parse)
            .WithTrackingName(TrackingNames.Assembly);

        var controllers = EndpointAttribute.All
            .Select(attribute => FindMethods(context, attribute, declarations))
            .Aggregate(static (all, next) => all.Combine(next).Select(static (pair, _) => pair.Left.AddRange(pair.Right)))
            .Select(ControllerGrouping.Group)
            .WithTrackingName(TrackingNames.Controllers);

        var generatedNamespace = assembly.Select(static (model, _) => model?.GeneratedNamespace);

        context.RegisterSourceOutput(
            controllers.SelectMany(static (all, _) => all).Combine(generatedNamespace),
            static (output, pair) => ControllerEmitter.Emit(output, pair.Left, pair.Right));

        context.RegisterSourceOutput(
            controllers.Select(ControllerGrouping.Names).Combine(assembly),
            static (output, pair) => RouteTableEmitter.Emit(output, pair.Left, pair.Right));

        var manifests = controllers
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => options.HasRouteManifest()))
            .SelectMany(static (pair, _) => pair.Right ? ImmutableArray.Create(pair.Left) : []);

        // For the build alone: no editor waits for it.
        context.RegisterImplementationSourceOutput(manifests, ManifestEmitter.Emit);
    }

    private static IncrementalValueProvider<ImmutableArray<MethodEndpointsModel>> FindMethods(
        IncrementalGeneratorInitializationContext context,
        EndpointAttribute attribute,
        IncrementalValueProvider<Declarations> declarations) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute.MetadataName,
                static (node, _) => node is MethodDeclarationSyntax,
                static (syntax, _) => EndpointMethod.Of(syntax))
            .Combine(declarations)
            .SelectMany((pair, cancellation) => EndpointParser.Parse(pair.Left, pair.Right, attribute, cancellation))
            .WithTrackingName(TrackingNames.Endpoints)
            .Collect();
}
