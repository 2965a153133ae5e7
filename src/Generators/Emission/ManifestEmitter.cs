using System.Text;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>
/// Writes what the project offers its clients as JSON, in the order of the templates. A generator may not write files: the JSON stands in
/// comments, behind a mark of which the build frees it (buildTransitive/Upwire.targets).
/// </summary>
internal static class ManifestEmitter
{
    public const string HintName = "Upwire.Manifest.g.cs";

    // In no text, as '|' is escaped there.
    private const string Mark = "//| ";

    public static void Emit(SourceProductionContext output, EquatableArray<ControllerModel> controllers)
    {
        var endpoints = controllers
            .SelectMany(static controller => controller.Endpoints, static (controller, endpoint) => (controller.Type, Endpoint: endpoint))
            .OrderBy(static one => one.Endpoint.Pattern, StringComparer.Ordinal)
            .ThenBy(static one => MethodOf(one.Endpoint), StringComparer.Ordinal)
            .ToArray();

        var json = new SourceWriter();
        using (json.Braces())
        {
            EmitList(json, "endpoints", endpoints, isLast: true, (one, isLast) => EmitEndpoint(json, one.Type, one.Endpoint, isLast));
        }

        output.AddSource(HintName, string.Concat(json.ToString().TrimEnd('\n').Split('\n').Select(static line => $"{Mark}{line}\n")));
    }

    private static void EmitEndpoint(SourceWriter json, ControllerTypeModel type, EndpointModel endpoint, bool isLast)
    {
        using (json.Braces(end: isLast ? "}" : "},"))
        {
            json.Line($"\"method\": {Text(MethodOf(endpoint))},");
            json.Line($"\"template\": {Text(endpoint.Pattern)},");
            json.Line($"\"handler\": {Text($"{Readable(type.TypeExpression)}.{endpoint.Method.Name}")},");
            EmitTexts(json, "parameters", endpoint.Leaves.Select(Describe).OfType<string>());
            if (endpoint.IsWebSocket)
            {
                EmitTexts(json, "settings", [.. endpoint.Settings, .. endpoint.HandshakeMethods.Select(static method => $"{method.Step} = {method.Method.Name}")]);
            }

            json.Line($"\"returns\": {Text(Readable(endpoint.Result.ReturnTypeExpression))}");
        }
    }

    // What a client sends: where, under which name, as what.
    private static string? Describe(ParameterModel parameter)
    {
        string? source = parameter.Binding switch
        {
            ParameterBinding.Text text => $"{LowerCase(text.Source)} {text.Key}",
            ParameterBinding.Fields fields => $"{LowerCase(fields.Source)} {fields.Key}",
            ParameterBinding.Form form => LowerCase(form.Member),
            ParameterBinding.JsonBody => "body",
            ParameterBinding.Custom => "custom",
            ParameterBinding.Messages { IsSequence: true } => "messages",
            ParameterBinding.Messages => "message",
            _ => null,
        };

        return source is null ? null : $"{source}: {Readable(parameter.TypeExpression)}{(parameter.Binding.IsOptional ? ", optional" : "")}";
    }

    private static string MethodOf(EndpointModel endpoint) => endpoint.Verb ?? "WebSocket";

    private static string Readable(string typeExpression) => typeExpression.Replace("global::", "");

#pragma warning disable CA1308 // They are read, not compared.
    private static string LowerCase(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private static void EmitTexts(SourceWriter json, string name, IEnumerable<string> texts) =>
        EmitList(json, name, [.. texts], isLast: false, (text, isLast) => json.Line(Text(text) + (isLast ? "" : ",")));

    private static void EmitList<T>(SourceWriter json, string name, T[] items, bool isLast, Action<T, bool> emit)
    {
        string end = isLast ? "]" : "],";
        if (items.Length == 0)
        {
            json.Line($"\"{name}\": [{end}");
            return;
        }

        json.Line($"\"{name}\": [");
        using (json.Indented())
        {
            for (int i = 0; i < items.Length; i++)
            {
                emit(items[i], i == items.Length - 1);
            }
        }

        json.Line(end);
    }

    private static string Text(string text)
    {
        var json = new StringBuilder("\"");
        foreach (char character in text)
        {
            _ = character switch
            {
                '"' or '\\' => json.Append('\\').Append(character),
                < ' ' or '|' or (>= '\u007f' and < '\u00a0') or '\u2028' or '\u2029' => json.Append($"\\u{(int)character:x4}"),
                _ => json.Append(character),
            };
        }

        return json.Append('"').ToString();
    }
}
