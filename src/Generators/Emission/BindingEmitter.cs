using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the statements that turn a request into a handler's arguments.</summary>
internal sealed class BindingEmitter
{
    private readonly SourceWriter _writer;
    private readonly EndpointArguments _arguments;
    private readonly Argument[] _leaves;
    private readonly ValidationEmitter _validation;
    private readonly string _leave;

    /// <param name="writer">Where the statements go.</param>
    /// <param name="arguments">What is bound.</param>
    /// <param name="leave">The statement that leaves the method around them, when the answer has been written.</param>
    public BindingEmitter(SourceWriter writer, EndpointArguments arguments, string leave)
    {
        _writer = writer;
        _arguments = arguments;
        _leaves = [.. _arguments.All.SelectMany(static argument => argument.Leaves)];
        _leave = leave;
        _validation = new(writer, arguments.Validated, leave);
    }

    /// <summary>The parameters of the generated <c>Invoke</c>: the request, then what is bound.</summary>
    public string InvokeParameters => string.Join(", ", [$"{Names.HttpContext} context", .. Bound.Select(static argument => $"{argument.Type} {argument.Local}")]);

    /// <summary>The arguments of the generated <c>Invoke</c>, out of the locals.</summary>
    public string InvokeArguments => string.Join(", ", ["context", .. Bound.Select(static argument => argument.Local)]);

    /// <summary>The arguments of the generated <c>Invoke</c>, out of what the filters hand on.</summary>
    public string FilteredArguments => string.Join(
        ", ",
        ["invocation.HttpContext", .. Bound.Select(static argument => $"invocation.GetArgument<{argument.Type}>({argument.Position})")]);

    /// <summary>The arguments of the user's method.</summary>
    public string HandlerArguments => string.Join(", ", _arguments.Handler.Select(static argument => argument.Value));

    /// <summary>The arguments whose values are bound before any method is called; the others are looked up in the call.</summary>
    private IEnumerable<Argument> Bound => _arguments.All.Where(static argument => argument.IsBound);

    /// <summary>Resolves, once for the endpoint, what binding needs.</summary>
    public void EmitPreparation()
    {
        foreach (var leaf in _leaves)
        {
            switch (leaf.Binding)
            {
                case ParameterBinding.JsonBody body:
                    _writer.Line($"var bodyType = endpoint.GetJsonTypeInfo<{body.Type}>();");
                    break;
                case ParameterBinding.Custom { TakesParameter: true }:
                    _writer.Line($"var {leaf.ParameterLocal} = {leaf.Reflection};");
                    break;
            }
        }

        _validation.EmitPreparation();
    }

    /// <summary>Binds everything, validates it, and answers with all failures if there are any.</summary>
    public void EmitBinding()
    {
        if (_leaves.Any(static leaf => leaf.Binding.CanFail))
        {
            EmitReading();
        }

        foreach (var leaf in _leaves)
        {
            if (leaf.Binding is ParameterBinding.Service service)
            {
                _writer.Line($"{leaf.Type} {leaf.Local} = {ServiceEmitter.Resolve(service.Model)};");
            }
        }

        foreach (var composite in _arguments.All.SelectMany(static argument => argument.Composites))
        {
            EmitConstruction(composite, (ParameterBinding.Composite)composite.Binding);
        }

        _validation.Emit();
    }

    /// <summary>The call of the endpoint's filters, with the arguments that they see and may change: the handler's, and what else is bound.</summary>
    public string FilterCall()
    {
        Argument[] seen = [.. _arguments.Handler, .. Bound.Skip(_arguments.Handler.Count(static argument => argument.IsBound))];
        string[] types = [.. seen.Select(static argument => argument.IsOfConnection ? "object?" : argument.Type)];
        string[] arguments = [.. seen.Select(static argument => argument.IsOfConnection ? "null" : argument.Value)];

        // The typed contexts of ASP.NET Core hold up to eight arguments.
        string values = string.Join(", ", ["context", .. arguments]);
        return types.Length switch
        {
            0 => $"filters({Names.FilterInvocation}.Create({values}))",
            <= 8 => $"filters({Names.FilterInvocation}.Create<{string.Join(", ", types)}>({values}))",
            _ => $"filters(new global::Microsoft.AspNetCore.Http.DefaultEndpointFilterInvocationContext({values}))",
        };
    }

    // What a type makes of the request itself comes first: it may read the body and rewind it.
    private void EmitReading()
    {
        _writer.Line("var binder = new global::Upwire.CompilerServices.ParameterBinder(context);");
        foreach (var leaf in _leaves)
        {
            if (leaf.Binding is ParameterBinding.Custom custom)
            {
                EmitLocal(leaf, Bind(leaf, custom));
            }
        }

        if (_leaves.FirstOrDefault(static leaf => leaf.Binding.IsOfForm) is { } first)
        {
            bool isRequired = _leaves.Any(static leaf => leaf.Binding is { IsOfForm: true, IsOptional: false });
            _writer.Line($"binder.Take(await global::Upwire.CompilerServices.FormBody.ReadAsync(context, {Literal.Of(first.Parameter.Name)}, isRequired: {Literal.Of(isRequired)}));");
        }

        foreach (var leaf in _leaves)
        {
            switch (leaf.Binding)
            {
                case ParameterBinding.Text text:
                    EmitLocal(leaf, Bind(text));
                    break;
                case ParameterBinding.Fields fields:
                    EmitLocal(leaf, Bind(fields));
                    break;
                case ParameterBinding.Form form:
                    EmitLocal(leaf, $"binder.{form.Member}{(form.IsRequired ? "" : "OrNull")}");
                    break;
                case ParameterBinding.JsonBody body:
                    EmitLocal(leaf, Bind(leaf, body));
                    break;
            }
        }

        using (_writer.Braces("if (binder.HasFailures)"))
        {
            _writer.Line("await binder.WriteFailuresAsync();");
            _writer.Line(_leave);
        }

        _writer.Line();
    }

    private void EmitLocal(Argument leaf, string value) => _writer.Line($"{leaf.Type} {leaf.Local} = {value};");

    private void EmitConstruction(Argument composite, ParameterBinding.Composite binding) =>
        ConstructionEmitter.Emit(
            _writer,
            $"{composite.Type} {composite.Local} = new {binding.Type}({string.Join(", ", composite.Arguments.Select(static part => part.Value))})",
            [.. composite.Members.Select(static part => (part.Parameter.Name, part.Value))]);

    private static string Bind(ParameterBinding.Text text)
    {
        string place = $"{Names.ParameterSource}.{text.Source}, {Literal.Of(text.Key)}";
        string orNull = text.Fallback is null ? "" : "OrNull";
        string forgiving = text.Fallback == "null!" ? "!" : "";
        return text.Shape switch
        {
            TextShape.Array => $"binder.Array{orNull}<{text.ValueType}, {text.Parser}>({place}){forgiving}",
            TextShape.StringValues => $"binder.Values{orNull}({place})",
            _ when text.Fallback is null => $"binder.Required<{text.ValueType}, {text.Parser}>({place})",
            _ => $"binder.Optional<{text.ValueType}, {text.Parser}>({place}, {text.Fallback})",
        };
    }

    private static string Bind(ParameterBinding.Fields fields)
    {
        string place = $"{Names.ParameterSource}.{fields.Source}, {Literal.Of(fields.Key)}, isNamed: {Literal.Of(fields.IsNamed)}";
        return fields.Fallback is null
            ? $"binder.Fields<{fields.ValueType}, {fields.Reader}>({place})"
            : $"binder.FieldsOr<{fields.ValueType}, {fields.Reader}>({place}, {fields.Fallback})";
    }

    private static string Bind(Argument leaf, ParameterBinding.JsonBody body)
    {
        string read = $"global::Upwire.CompilerServices.JsonBody.ReadAsync(context, bodyType, {Literal.Of(leaf.Parameter.Name)}, isRequired: {Literal.Of(body.IsRequired)})";
        return body.Fallback is null or "null" ? $"binder.Take(await {read})" : $"binder.Take(await {read}, {body.Fallback})";
    }

    private static string Bind(Argument leaf, ParameterBinding.Custom custom)
    {
        string call = $"await {custom.Method}(context{(custom.TakesParameter ? $", {leaf.ParameterLocal}" : "")})";
        return custom.IsRequired ? $"binder.NotNull({Literal.Of(leaf.Parameter.Name)}, {call})"
            : custom.Fallback is null ? call
            : $"{call} ?? {custom.Fallback}";
    }
}
