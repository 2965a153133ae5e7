using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>The locals that hold a handler's arguments: the user's names, unless generated code uses them for itself.</summary>
internal sealed class LocalNames
{
    private static readonly HashSet<string> Reserved =
    [
        "binder", "bodyType", "connection", "context", "controller", "endpoint", "filtered", "filters",
        "invocation", "result", "resultType", "value", "webSocket", "HandleAsync", "Invoke",
    ];

    private readonly Dictionary<string, string> _names = [];

    public LocalNames(IEnumerable<ParameterModel> parameters)
    {
        foreach (string name in parameters.Select(static parameter => parameter.Name))
        {
            string local = name;
            while (Reserved.Contains(local) || _names.ContainsValue(local))
            {
                local += "Argument";
            }

            _names.Add(name, local);
        }
    }

    public string this[ParameterModel parameter] => Identifier.Escape(_names[parameter.Name]);
}
