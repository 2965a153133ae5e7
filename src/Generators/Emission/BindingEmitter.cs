using Microsoft.CodeAnalysis.CSharp;
using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the statements that turn a request into a handler's arguments.</summary>
internal sealed class BindingEmitter(SourceWriter writer, EndpointModel endpoint)
{
    private readonly LocalNames _locals = new(endpoint.Parameters);

    /// <summary>The parameters whose values are bound before the handler is called; the others are looked up in the call.</summary>
    private IEnumerable<ParameterModel> Bound => endpoint.Parameters.Where(static parameter =>
        parameter.Binding is ParameterBinding.Text or ParameterBinding.JsonBody or ParameterBinding.Service);

    /// <summary>The parameters of the generated <c>Invoke</c>: the request, then what is bound.</summary>
    public string InvokeParameters => string.Join(", ", [$"{Names.HttpContext} context", .. Bound.Select(parameter => $"{parameter.TypeExpression} {_locals[parameter]}")]);

    /// <summary>The arguments of the generated <c>Invoke</c>, out of the locals.</summary>
    public string InvokeArguments => string.Join(", ", ["context", .. Bound.Select(parameter => _locals[parameter])]);

    /// <summary>The arguments of the generated <c>Invoke</c>, out of what the filters hand on.</summary>
    public string FilteredArguments => string.Join(
        ", ",
        ["invocation.HttpContext", .. endpoint.Parameters
            .Select(static (parameter, index) => (parameter, index))
            .Where(pair => Bound.Contains(pair.parameter))
            .Select(static pair => $"invocation.GetArgument<{pair.parameter.TypeExpression}>({pair.index})")]);

    /// <summary>The arguments of the user's method.</summary>
    public string HandlerArguments => string.Join(", ", endpoint.Parameters.Select(parameter => parameter.Binding switch
    {
        ParameterBinding.Request(var expression) => expression,
        ParameterBinding.Connection(var expression) => expression,
        _ => _locals[parameter],
    }));

    /// <summary>Whether a request may be refused for its parameters.</summary>
    public static bool CanFail(EndpointModel endpoint) =>
        endpoint.Parameters.Any(static parameter => parameter.Binding is ParameterBinding.Text or ParameterBinding.JsonBody);

    /// <summary>Resolves, once for the endpoint, what binding needs.</summary>
    public void EmitPreparation()
    {
        foreach (var parameter in endpoint.Parameters)
        {
            if (parameter.Binding is ParameterBinding.JsonBody body)
            {
                writer.Line($"var bodyType = endpoint.GetJsonTypeInfo<{body.Type}>();");
            }
        }
    }

    /// <summary>Binds everything, and answers with all failures if there are any.</summary>
    public void EmitBinding()
    {
        bool canFail = CanFail(endpoint);
        if (canFail)
        {
            writer.Line("var binder = new global::Upwire.CompilerServices.ParameterBinder(context);");
        }

        foreach (var parameter in Bound.Where(static parameter => parameter.Binding is not ParameterBinding.Service))
        {
            writer.Line($"{parameter.TypeExpression} {_locals[parameter]} = {Bind(parameter)};");
        }

        if (canFail)
        {
            using (writer.Braces("if (binder.HasFailures)"))
            {
                writer.Line("await binder.WriteFailuresAsync();");
                writer.Line("return;");
            }

            writer.Line();
        }

        foreach (var parameter in Bound.Where(static parameter => parameter.Binding is ParameterBinding.Service))
        {
            var service = ((ParameterBinding.Service)parameter.Binding).Model;
            writer.Line($"{parameter.TypeExpression} {_locals[parameter]} = {ServiceEmitter.Resolve(service)};");
        }
    }

    /// <summary>The call of the endpoint's filters, with the arguments that they see and may change.</summary>
    public string FilterCall()
    {
        string[] types = [.. endpoint.Parameters.Select(static parameter => parameter.Binding is ParameterBinding.Connection ? "object?" : parameter.TypeExpression)];
        string[] arguments = [.. endpoint.Parameters.Select(parameter => parameter.Binding switch
        {
            ParameterBinding.Request(var expression) => expression,
            ParameterBinding.Connection => "null",
            _ => _locals[parameter],
        })];

        // The typed contexts of ASP.NET Core hold up to eight arguments.
        string values = string.Join(", ", ["context", .. arguments]);
        return types.Length switch
        {
            0 => $"filters({Names.FilterInvocation}.Create({values}))",
            <= 8 => $"filters({Names.FilterInvocation}.Create<{string.Join(", ", types)}>({values}))",
            _ => $"filters(new global::Microsoft.AspNetCore.Http.DefaultEndpointFilterInvocationContext({values}))",
        };
    }

    private static string Bind(ParameterModel parameter)
    {
        switch (parameter.Binding)
        {
            case ParameterBinding.Text text:
                string place = $"{Names.ParameterSource}.{text.Source}, {SymbolDisplay.FormatLiteral(text.Key, quote: true)}";
                string orNull = text.Fallback is null ? "" : "OrNull";
                string forgiving = text.Fallback == "null!" ? "!" : "";
                return text.Shape switch
                {
                    TextShape.Array => $"binder.Array{orNull}<{text.ValueType}, {text.Parser}>({place}){forgiving}",
                    TextShape.StringValues => $"binder.Values{orNull}({place})",
                    _ when text.Fallback is null => $"binder.Required<{text.ValueType}, {text.Parser}>({place})",
                    _ => $"binder.Optional<{text.ValueType}, {text.Parser}>({place}, {text.Fallback})",
                };

            case ParameterBinding.JsonBody body:
                string name = SymbolDisplay.FormatLiteral(parameter.Name, quote: true);
                string read = $"global::Upwire.CompilerServices.JsonBody.ReadAsync(context, bodyType, {name}, isRequired: {(body.IsRequired ? "true" : "false")})";
                return body.Fallback is null or "null" ? $"binder.Take(await {read})" : $"binder.Take(await {read}, {body.Fallback})";

            default:
                throw new InvalidOperationException($"'{parameter.Name}' is not bound from the request.");
        }
    }
}
