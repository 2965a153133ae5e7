using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the file of one controller: the registration of its endpoints, then the method behind each.</summary>
internal static class ControllerEmitter
{
    public static void Emit(SourceProductionContext output, ControllerModel controller, string? generatedNamespace)
    {
        if (generatedNamespace is null)
        {
            return;
        }

        var writer = GeneratedFile.Begin(controller.Type.Warnings.Concat(controller.Endpoints.SelectMany(static endpoint => endpoint.Warnings)));
        writer.Line($"namespace {generatedNamespace};");
        writer.Line();
        writer.Line(GeneratedFile.CodeAttribute);
        using (writer.Braces($"internal static class {Identifier.Escape(controller.ClassName)}"))
        {
            var parsers = ParserEmitter.Of(controller);
            var readers = ReaderEmitter.Of(controller);
            var validators = ValidatorEmitter.Of(controller);
            string[] names = MethodNames(controller, [.. parsers.Select(static parser => parser.Name), .. readers.Select(static reader => reader.Name), .. validators.Select(static validator => validator.Name)]);
            EmitMap(writer, controller, names);
            for (int i = 0; i < names.Length; i++)
            {
                writer.Line();
                EmitHandler(writer, controller.Type, controller.Endpoints[i], names[i]);
            }

            foreach (var parser in parsers)
            {
                writer.Line();
                ParserEmitter.Emit(writer, parser);
            }

            foreach (var reader in readers)
            {
                writer.Line();
                ReaderEmitter.Emit(writer, reader);
            }

            foreach (var validator in validators)
            {
                writer.Line();
                ValidatorEmitter.Emit(writer, validator);
            }
        }

        output.AddSource($"{controller.FileName}.g.cs", writer.ToString());
    }

    private static void EmitMap(SourceWriter writer, ControllerModel controller, string[] names)
    {
        using (writer.Braces($"internal static void Map({Names.EndpointModule} endpoints)"))
        {
            if (controller.Endpoints.Any(static endpoint => endpoint.UsesRegex))
            {
                writer.Line("endpoints.UseRegexConstraint();");
            }

            DescribedTypesEmitter.Emit(writer, controller);
            writer.Line($"var methods = {MethodExpression.All(controller.Type.TypeExpression)};");
            for (int i = 0; i < names.Length; i++)
            {
                var endpoint = controller.Endpoints[i];
                string verb = endpoint.Verb is null ? "" : $"{Literal.Of(endpoint.Verb)}, ";
                writer.Line($"endpoints.{(endpoint.IsWebSocket ? "MapWebSocket" : "MapHttp")}(");
                using (writer.Indented())
                {
                    writer.Line($"{verb}{Literal.Of(endpoint.Pattern)},");
                    writer.Line($"{MethodExpression.Of("methods", endpoint.Method)},");
                    EmitMetadata(writer, controller.Type, endpoint);
                    writer.Line($"{Identifier.Escape(names[i])});");
                }
            }
        }
    }

    // From the general to the particular, as minimal APIs do it.
    private static void EmitMetadata(SourceWriter writer, ControllerTypeModel type, EndpointModel endpoint)
    {
        string[] metadata = [.. MetadataEmitter.Emit(endpoint), .. type.Attributes, .. endpoint.Method.Attributes];
        if (metadata.Length <= 1)
        {
            writer.Line($"[{metadata.FirstOrDefault()}],");
            return;
        }

        using (writer.Brackets("],"))
        {
            foreach (string item in metadata)
            {
                writer.Line($"{item},");
            }
        }
    }

    private static void EmitHandler(SourceWriter writer, ControllerTypeModel type, EndpointModel endpoint, string name)
    {
        if (endpoint.IsWebSocket)
        {
            new WebSocketHandlerEmitter(writer, type, endpoint, new EndpointArguments(endpoint)).Emit(Identifier.Escape(name));
        }
        else
        {
            new HttpHandlerEmitter(writer, type, endpoint, new EndpointArguments(endpoint)).Emit(Identifier.Escape(name));
        }
    }

    // Overloads, and several attributes on one method, are numbered; a member cannot have its class's name.
    private static string[] MethodNames(ControllerModel controller, string[] types)
    {
        var names = new UniqueNames(StringComparer.Ordinal, ["Map", controller.ClassName, .. types]);
        return [.. controller.Endpoints.Select(endpoint => names.Add(endpoint.Method.Name))];
    }
}
