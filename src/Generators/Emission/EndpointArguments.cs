using System.Globalization;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>The arguments of all methods that an endpoint calls: its handler, and those that the handshake asks. What they take alike has one local.</summary>
internal sealed class EndpointArguments
{
    private readonly Dictionary<ParameterModel, Argument> _arguments = [];

    public EndpointArguments(EndpointModel endpoint)
    {
        // The names of all parameters are taken before those of any part.
        var locals = new LocalNames();
        var names = endpoint.AllParameters.ToDictionary(static parameter => parameter, parameter => locals.Add(parameter.Name));
        int position = 0;
        foreach (var parameter in endpoint.Parameters)
        {
            string place = position.ToString(CultureInfo.InvariantCulture);
            _arguments.Add(parameter, new(parameter, names[parameter], position++, place, $"endpoint.GetParameter({place})", locals));
        }

        Handler = [.. _arguments.Values];
        foreach (var method in endpoint.HandshakeMethods)
        {
            string parameters = $"{MethodExpression.Of(method.DeclaringType, method.Method)}.GetParameters()";
            int index = 0;
            foreach (var parameter in method.Parameters)
            {
                string place = (index++).ToString(CultureInfo.InvariantCulture);
                if (!_arguments.ContainsKey(parameter))
                {
                    var argument = new Argument(parameter, names[parameter], position, place, $"{parameters}[{place}]", locals);
                    position += argument.IsBound ? 1 : 0;
                    _arguments.Add(parameter, argument);
                }
            }
        }

        All = [.. _arguments.Values];
    }

    /// <summary>Those of the handler, in order.</summary>
    public IReadOnlyList<Argument> Handler { get; }

    /// <summary>Those of the handler, and then those that only other methods take.</summary>
    public IReadOnlyList<Argument> All { get; }

    /// <summary>The arguments of the call of a method that the handshake asks.</summary>
    public string ValuesOf(HandshakeMethodModel method) => string.Join(", ", method.Parameters.Select(parameter => _arguments[parameter].Value));
}
