using System.Globalization;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>The arguments of all methods that an endpoint calls: its handler, and those that the handshake asks. What they take alike has one local.</summary>
internal sealed class EndpointArguments
{
    private readonly LocalNames _locals = new();
    private readonly Dictionary<ParameterModel, string> _names = [];
    private readonly Dictionary<ParameterModel, Argument> _arguments = [];
    private readonly List<Argument> _all = [];
    private int _seenByFilters;

    public EndpointArguments(EndpointModel endpoint)
    {
        // The names of all parameters are taken before those of any part.
        foreach (var parameter in endpoint.AllParameters)
        {
            var twin = _names.Keys.FirstOrDefault(parameter.IsBoundAs);
            _names.Add(parameter, twin is null ? _locals.Add(parameter.Name) : _names[twin]);
        }

        Add(endpoint.Parameters, static place => $"endpoint.GetParameter({place})", static _ => true);
        Handler = [.. _all];
        foreach (var method in endpoint.HandshakeMethods)
        {
            string parameters = $"{MethodExpression.Of(MethodExpression.All(method.DeclaringType), method.Method)}.GetParameters()";
            Add(method.Parameters, place => $"{parameters}[{place}]", static argument => argument.IsBound);
        }
    }

    /// <summary>Those of the handler, in order.</summary>
    public IReadOnlyList<Argument> Handler { get; }

    /// <summary>Those of the handler, and then those that only other methods take.</summary>
    public IReadOnlyList<Argument> All => _all;

    /// <summary>What is validated: of a value that two methods take alike, what each of them asks of it.</summary>
    public IEnumerable<Argument> Validated => _arguments.Values.SelectMany(static argument => argument.All);

    /// <summary>The arguments of the call of a method that the handshake asks.</summary>
    public string ValuesOf(HandshakeMethodModel method) => string.Join(", ", method.Parameters.Select(parameter => _arguments[parameter].Value));

    private void Add(EquatableArray<ParameterModel> parameters, Func<string, string> reflection, Func<Argument, bool> isSeenByFilters)
    {
        int index = 0;
        foreach (var parameter in parameters)
        {
            string place = (index++).ToString(CultureInfo.InvariantCulture);
            if (_arguments.ContainsKey(parameter))
            {
                continue;
            }

            var argument = new Argument(parameter, _names[parameter], _seenByFilters, place, reflection(place), _locals);
            if (!_arguments.Keys.Any(parameter.IsBoundAs))
            {
                _all.Add(argument);
                _seenByFilters += isSeenByFilters(argument) ? 1 : 0;
            }

            _arguments.Add(parameter, argument);
        }
    }
}
