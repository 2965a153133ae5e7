using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the one file that maps the project's controllers, and <c>MapUpwire</c>.</summary>
internal static class RouteTableEmitter
{
    public const string HintName = "Upwire.Routes.g.cs";

    public static void Emit(SourceProductionContext output, EquatableArray<string> controllers, AssemblyModel? assembly)
    {
        if (assembly is null)
        {
            return;
        }

        string module = $"global::{assembly.GeneratedNamespace}.RouteModule";
        var modules = controllers.Count == 0 ? assembly.ReferencedModules : (EquatableArray<string>)new([module, .. assembly.ReferencedModules]);
        var writer = GeneratedFile.Begin();
        if (controllers.Count > 0)
        {
            writer.Line($"[assembly: global::Upwire.CompilerServices.RouteModuleAttribute(typeof({module}))]");
            writer.Line();
            EmitModule(writer, controllers, assembly.GeneratedNamespace);
            writer.Line();
        }

        EmitMapUpwire(writer, modules);
        output.AddSource(HintName, writer.ToString());
    }

    private static void EmitModule(SourceWriter writer, EquatableArray<string> controllers, string generatedNamespace)
    {
        using (writer.Braces($"namespace {generatedNamespace}"))
        {
            writer.Line("/// <summary>The endpoints of this assembly. Public for the assemblies that reference it; <c>MapUpwire</c> calls it.</summary>");
            writer.Line(GeneratedFile.CodeAttribute);
            writer.Line("[global::System.ComponentModel.EditorBrowsableAttribute(global::System.ComponentModel.EditorBrowsableState.Never)]");
            using (writer.Braces("public static class RouteModule"))
            {
                writer.Line("/// <summary>Maps the endpoints.</summary>");
                writer.Line("/// <param name=\"endpoints\">Where they are mapped.</param>");
                using (writer.Braces($"public static void Map({Names.EndpointModule} endpoints)"))
                {
                    foreach (string controller in controllers)
                    {
                        writer.Line($"{Identifier.Escape(controller)}.Map(endpoints);");
                    }
                }
            }
        }
    }

    private static void EmitMapUpwire(SourceWriter writer, EquatableArray<string> modules)
    {
        using (writer.Braces("namespace Upwire"))
        {
            writer.Line("/// <summary>Maps the endpoints that the attributes declare.</summary>");
            writer.Line(GeneratedFile.CodeAttribute);
            writer.Line("[global::Microsoft.CodeAnalysis.EmbeddedAttribute]");
            using (writer.Braces("internal static class UpwireEndpointRouteBuilderExtensions"))
            {
                writer.Line("/// <summary>Maps the endpoints of this project and of the assemblies that it references.</summary>");
                writer.Line("/// <param name=\"endpoints\">Where they are mapped: the application, or a group of it.</param>");
                writer.Line("/// <returns>A builder whose conventions apply to all of them.</returns>");
                writer.Line("/// <exception cref=\"global::System.InvalidOperationException\"><c>AddUpwire</c> was not called.</exception>");
                writer.Line($"internal static global::Microsoft.AspNetCore.Builder.IEndpointConventionBuilder MapUpwire(this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints) =>");
                using (writer.Indented())
                {
                    writer.Line($"{Names.EndpointModule}.Map(endpoints, MapModules);");
                }

                writer.Line();
                using (writer.Braces($"private static void MapModules({Names.EndpointModule} endpoints)"))
                {
                    foreach (string module in modules)
                    {
                        writer.Line($"{module}.Map(endpoints);");
                    }
                }
            }
        }
    }
}
