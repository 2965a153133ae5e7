namespace Upwire.Generators.Emission;

/// <summary>The locals that hold a handler's arguments: the user's names, unless generated code uses them for itself.</summary>
internal sealed class LocalNames
{
    private readonly HashSet<string> _used =
    [
        "binder", "bodyType", "connection", "context", "controller", "endpoint", "filtered", "filters",
        "invocation", "isValidated", "messages", "replies", "result", "resultType", "subProtocol", "validation", "value", "webSocket", "HandleAsync", "BeginAsync", "Invoke",
    ];

    /// <summary>Finds a name that is not used yet.</summary>
    /// <returns>The name, without escaping.</returns>
    public string Add(string name)
    {
        string local = name;
        while (!_used.Add(local))
        {
            local += "Argument";
        }

        return local;
    }
}
