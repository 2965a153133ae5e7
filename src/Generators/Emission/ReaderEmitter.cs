using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the reader of an object that fields of a form or a query make.</summary>
internal sealed class ReaderEmitter
{
    private const string Binder = "global::Upwire.CompilerServices.ParameterBinder";
    private const string Path = "global::Upwire.CompilerServices.FieldPath";

    private readonly SourceWriter _writer;
    private readonly ReaderModel _reader;
    private readonly Dictionary<FieldModel, string> _locals;
    private readonly Dictionary<FieldModel, string> _flags;

    private ReaderEmitter(SourceWriter writer, ReaderModel reader)
    {
        _writer = writer;
        _reader = reader;
        var names = new UniqueNames(StringComparer.Ordinal, "binder", "path", "value", "initial");
        _locals = reader.Fields.ToDictionary(static field => field, field => Identifier.Escape(names.Add(LocalOf(field.Name))));
        _flags = reader.Fields.Where(static field => !field.IsRequired).ToDictionary(static field => field, field => Identifier.Escape(names.Add("has" + field.Name)));
    }

    /// <summary>The readers that the endpoints of a controller need, each once.</summary>
    public static ReaderModel[] Of(ControllerModel controller) =>
    [
        .. controller.Endpoints
            .SelectMany(static endpoint => endpoint.Leaves)
            .SelectMany(static leaf => leaf.Binding is ParameterBinding.Fields fields ? fields.Readers : [])
            .Distinct(),
    ];

    public static void Emit(SourceWriter writer, ReaderModel reader) => new ReaderEmitter(writer, reader).Emit();

    private void Emit()
    {
        using (_writer.Braces($"private readonly struct {_reader.Name} : global::Upwire.CompilerServices.IFieldReader<{_reader.ValueType}>"))
        {
            string keys = string.Join(", ", _reader.Fields.Select(static field => Literal.Of(field.Key)));
            _writer.Line($"public static bool IsPresent({Path} path) => path.HasAny([{keys}]);");
            _writer.Line();
            using (_writer.Braces($"public static {_reader.ValueType} Read(ref {Binder} binder, {Path} path)"))
            {
                EmitReading();
                EmitValue();
                _writer.Line("return value;");
            }
        }
    }

    // Everything is read before anything is made of it, so that a request is told all that is wrong, and no constructor sees it.
    private void EmitReading()
    {
        foreach (var field in _reader.Fields)
        {
            string call = $"<{field.ValueType}, {field.Reader}>(path.Member({Literal.Of(field.Key)})";
            _writer.Line(field.IsRequired
                ? $"var {_locals[field]} = binder.Read{call});"
                : $"bool {_flags[field]} = binder.TryRead{call}, out var {_locals[field]});");
        }

        using (_writer.Braces("if (binder.HasFailures)"))
        {
            _writer.Line("return default!;");
        }

        _writer.Line();
    }

    // What can be set with the construction only, and may be missing, has the value that it has without it.
    private void EmitValue()
    {
        var required = _reader.Required.Select(field => (field.Name, ValueOf(field, field.Fallback))).ToList();
        if (_reader.InitOnly.Count > 0)
        {
            EmitConstruction("initial", required);
            _writer.Line();
        }

        EmitConstruction("value", [.. required, .. _reader.InitOnly.Select(field => (field.Name, ValueOf(field, $"initial.{Identifier.Escape(field.Name)}")))]);
        foreach (var field in _reader.Settable)
        {
            using (_writer.Braces($"if ({_flags[field]})"))
            {
                _writer.Line($"value.{Identifier.Escape(field.Name)} = {_locals[field]};");
            }

            _writer.Line();
        }
    }

    private void EmitConstruction(string local, IReadOnlyCollection<(string Name, string Value)> members)
    {
        string arguments = string.Join(", ", _reader.Arguments.Select(field => ValueOf(field, field.Fallback)));
        ConstructionEmitter.Emit(_writer, $"var {local} = new {_reader.ValueType}({arguments})", members);
    }

    private string ValueOf(FieldModel field, string? fallback) => field.IsRequired ? _locals[field] : $"{_flags[field]} ? {_locals[field]} : {fallback}";

    private static string LocalOf(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
