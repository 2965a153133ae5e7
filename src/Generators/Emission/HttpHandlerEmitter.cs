using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the method that makes the request delegate of an HTTP endpoint.</summary>
internal sealed class HttpHandlerEmitter(SourceWriter writer, ControllerTypeModel type, EndpointModel endpoint, EndpointArguments arguments)
{
    private readonly BindingEmitter _binding = new(writer, arguments, leave: "return;");
    private readonly ResultModel _result = endpoint.Result;

    private string Await => _result.Await == AwaitKind.None ? "" : "await ";

    private string? Contract => _result.Kind switch
    {
        ResultKind.Json => "GetJsonTypeInfo",
        ResultKind.Array => "GetSequenceTypeInfo",
        ResultKind.Events => "GetEventTypeInfo",
        _ => null,
    };

    public void Emit(string methodName)
    {
        writer.Line($"// {endpoint.Origin}");
        if (endpoint.ValidatesByReflection)
        {
            writer.Line(ValidatorEmitter.Suppression);
        }

        using (writer.Braces($"private static {Names.RequestDelegate} {methodName}({Names.EndpointContext} endpoint)"))
        {
            ServiceEmitter.EmitRequirements(writer, type, endpoint, arguments);
            _binding.EmitPreparation();
            if (Contract is { } method)
            {
                writer.Line($"var resultType = endpoint.{method}<{_result.ValueTypeExpression}>();");
            }

            EmitFilters();
            writer.Line("return HandleAsync;");
            writer.Line();
            EmitHandle();
            writer.Line();
            EmitInvoke();
        }
    }

    private void EmitFilters()
    {
        string call = $"{Await}Invoke({_binding.FilteredArguments})";
        if (_result.Kind == ResultKind.Empty)
        {
            using (writer.Braces($"var filters = endpoint.BuildFilters(static {(Await.Length == 0 ? "" : "async ")}invocation =>", "});"))
            {
                writer.Line($"{call};");
                writer.Line(Await.Length == 0 ? $"return new {Names.ValueTask}<object?>({Names.NoResult});" : $"return {Names.NoResult};");
            }
        }
        else
        {
            writer.Line(Await.Length == 0
                ? $"var filters = endpoint.BuildFilters(static invocation => new {Names.ValueTask}<object?>({call}));"
                : $"var filters = endpoint.BuildFilters(static async invocation => {call});");
        }
    }

    private void EmitHandle()
    {
        using (writer.Braces($"async {Names.Task} HandleAsync({Names.HttpContext} context)"))
        {
            _binding.EmitBinding();
            using (writer.Braces("if (filters is not null)"))
            {
                writer.Line($"object? filtered = await {_binding.FilterCall()};");
                writer.Line($"await {Names.ResultWriter}.{WriteFiltered()};");
                writer.Line("return;");
            }

            writer.Line();
            string call = $"{Await}Invoke({_binding.InvokeArguments})";
            if (_result.Kind == ResultKind.Empty)
            {
                writer.Line($"{call};");
                return;
            }

            writer.Line($"var result = {call};");
            writer.Line($"await {Write()};");
        }
    }

    private string WriteFiltered() => _result.Kind switch
    {
        ResultKind.Json => "WriteObjectAsync(context, filtered, resultType)",
        ResultKind.Array => "WriteArrayOrObjectAsync(context, filtered, resultType)",
        ResultKind.Events => "WriteEventsOrObjectAsync(context, filtered, resultType, endpoint.JsonOptions)",
        _ => "WriteObjectAsync(context, filtered, endpoint.JsonOptions)",
    };

    private string Write() => _result switch
    {
        { Kind: ResultKind.Text } => $"{Names.ResultWriter}.WriteTextAsync(context, result)",
        { Kind: ResultKind.Result } => $"{Names.ResultWriter}.WriteResultAsync(context, result)",
        { Kind: ResultKind.Bytes } => $"{Names.ResultWriter}.WriteBytesAsync(context, result)",
        { Kind: ResultKind.Stream } => $"{Names.ResultWriter}.WriteStreamAsync(context, result)",
        { Kind: ResultKind.Pipe } => $"{Names.ResultWriter}.WritePipeAsync(context, result)",
        { Kind: ResultKind.Array } => $"{Names.ResultWriter}.WriteArrayAsync(context, result, resultType)",
        { Kind: ResultKind.Events } => $"{Names.ResultWriter}.WriteEventsAsync(context, result, resultType)",
        { Kind: ResultKind.Object } => $"{Names.ResultWriter}.WriteObjectAsync(context, result, endpoint.JsonOptions)",
        { IsNullable: true } => $"(result is {{ }} value ? {Names.ResultWriter}.WriteJsonAsync(context, value, resultType) : {Names.ResultWriter}.WriteNotFoundAsync(context))",
        _ => $"{Names.ResultWriter}.WriteJsonAsync(context, result, resultType)",
    };

    private void EmitInvoke()
    {
        using (writer.Braces($"static {_result.ReturnTypeExpression} Invoke({_binding.InvokeParameters})"))
        {
            ControllerConstruction.Emit(writer, type, endpoint);
            string call = ControllerConstruction.Call(type, endpoint.Method, _binding.HandlerArguments) + ";";
            writer.Line(_result is { Kind: ResultKind.Empty, Await: AwaitKind.None } ? call : $"return {call}");
        }
    }
}
