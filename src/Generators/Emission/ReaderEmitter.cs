using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the readers of objects that fields of a form or a query make.</summary>
internal static class ReaderEmitter
{
    private const string Binder = "global::Upwire.CompilerServices.ParameterBinder";
    private const string Path = "global::Upwire.CompilerServices.FieldPath";

    /// <summary>The readers that the endpoints of a controller need, each once.</summary>
    public static ReaderModel[] Of(ControllerModel controller) =>
    [
        .. controller.Endpoints
            .SelectMany(static endpoint => endpoint.Leaves)
            .SelectMany(static leaf => leaf.Binding is ParameterBinding.Fields fields ? fields.Readers : [])
            .Distinct(),
    ];

    public static void Emit(SourceWriter writer, ReaderModel reader)
    {
        using (writer.Braces($"private readonly struct {reader.Name} : global::Upwire.CompilerServices.IFieldReader<{reader.ValueType}>"))
        {
            string keys = string.Join(", ", reader.Fields.Select(static field => SymbolDisplay.FormatLiteral(field.Key, quote: true)));
            writer.Line($"public static bool IsPresent({Path} path) => path.HasAny([{keys}]);");
            writer.Line();
            using (writer.Braces($"public static {reader.ValueType} Read(ref {Binder} binder, {Path} path)"))
            {
                EmitRead(writer, reader);
            }
        }
    }

    // Everything is read before anything is made of it, so that a request is told all that is wrong, and no constructor sees it.
    private static void EmitRead(SourceWriter writer, ReaderModel reader)
    {
        var names = new UniqueNames(StringComparer.Ordinal, "binder", "path", "value", "initial");
        var locals = reader.Fields.ToDictionary(static field => field, field => names.Add(LocalOf(field.Name)));
        var flags = reader.Fields.Where(static field => !field.IsRequired).ToDictionary(static field => field, field => names.Add("has" + field.Name));
        foreach (var field in reader.Fields)
        {
            string call = $"<{field.ValueType}, {field.Reader}>(path.Member({SymbolDisplay.FormatLiteral(field.Key, quote: true)})";
            writer.Line(field.IsRequired
                ? $"var {Identifier.Escape(locals[field])} = binder.Read{call});"
                : $"bool {Identifier.Escape(flags[field])} = binder.TryRead{call}, out var {Identifier.Escape(locals[field])});");
        }

        using (writer.Braces("if (binder.HasFailures)"))
        {
            writer.Line("return default!;");
        }

        writer.Line();
        string arguments = string.Join(", ", reader.Arguments.Select(Value));
        if (reader.InitOnly.Count > 0)
        {
            EmitConstruction("initial", reader.Required.Select(field => (field, Value(field))));
            writer.Line();
        }

        EmitConstruction("value", reader.Required.Select(field => (field, Value(field))).Concat(reader.InitOnly.Select(field => (field, ValueOrInitial(field)))));
        foreach (var field in reader.Settable)
        {
            using (writer.Braces($"if ({Identifier.Escape(flags[field])})"))
            {
                writer.Line($"value.{Identifier.Escape(field.Name)} = {Identifier.Escape(locals[field])};");
            }

            writer.Line();
        }

        writer.Line("return value;");

        string Value(FieldModel field) => field.IsRequired
            ? Identifier.Escape(locals[field])
            : $"{Identifier.Escape(flags[field])} ? {Identifier.Escape(locals[field])} : {field.Fallback}";

        string ValueOrInitial(FieldModel field) => $"{Identifier.Escape(flags[field])} ? {Identifier.Escape(locals[field])} : initial.{Identifier.Escape(field.Name)}";

        void EmitConstruction(string local, IEnumerable<(FieldModel Field, string Value)> members)
        {
            var set = members.ToList();
            string construction = $"var {local} = new {reader.ValueType}({arguments})";
            if (set.Count == 0)
            {
                writer.Line($"{construction};");
                return;
            }

            using (writer.Braces(construction, "};"))
            {
                foreach (var (field, value) in set)
                {
                    writer.Line($"{Identifier.Escape(field.Name)} = {value},");
                }
            }
        }
    }

    private static string LocalOf(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
