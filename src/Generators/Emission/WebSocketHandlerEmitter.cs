using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the method that makes the request delegate of a WebSocket endpoint.</summary>
internal sealed class WebSocketHandlerEmitter(SourceWriter writer, ControllerTypeModel type, EndpointModel endpoint, EndpointArguments arguments)
{
    private const string Leave = "return null;";

    private readonly BindingEmitter _binding = new(writer, arguments, Leave);
    private readonly HandshakeEmitter _handshake = new(writer, type, endpoint, arguments);
    private readonly MessageEmitter _messages = new(writer, endpoint, arguments, type.HasLifetime);

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
            EmitSettings();
            _binding.EmitPreparation();
            _messages.EmitPreparation();
            using (writer.Braces("var filters = endpoint.BuildFilters(async invocation =>", "});"))
            {
                writer.Line($"await Invoke({_binding.FilteredArguments});");
                writer.Line($"return {Names.NoResult};");
            }

            writer.Line("return webSocket.Handle(BeginAsync);");
            writer.Line();
            EmitBegin();
            writer.Line();
            EmitInvoke();
        }
    }

    private void EmitSettings()
    {
        const string settings = "var webSocket = endpoint.CreateWebSocketEndpoint(new global::Upwire.CompilerServices.WebSocketSettings";
        if (endpoint.Settings.Count == 0)
        {
            writer.Line($"{settings}());");
            return;
        }

        using (writer.Braces(settings, "});"))
        {
            foreach (string setting in endpoint.Settings)
            {
                writer.Line($"{setting},");
            }
        }
    }

    // It hands the connection's task on instead of awaiting it, so that no connection holds its locals for as long as it is open.
    private void EmitBegin()
    {
        using (writer.Braces($"async {Names.ValueTask}<{Names.Task}?> BeginAsync({Names.HttpContext} context)"))
        {
            _binding.EmitBinding();
            using (writer.Braces("if (filters is not null)"))
            {
                writer.Line($"object? filtered = await {_binding.FilterCall()};");

                // A filter's answer instead of the connection; what it makes of one that has ended, nobody is there to read.
                using (writer.Braces("if (!context.Response.HasStarted)"))
                {
                    writer.Line($"await {Names.ResultWriter}.WriteObjectAsync(context, filtered, endpoint.JsonOptions);");
                }

                writer.Line();
                writer.Line(Leave);
            }

            writer.Line();
            writer.Line($"return Invoke({_binding.InvokeArguments});");
        }
    }

    private void EmitInvoke()
    {
        using (writer.Braces($"{(endpoint.HandshakeMethods.Count == 0 ? "" : "async ")}{Names.Task} Invoke({_binding.InvokeParameters})"))
        {
            ControllerConstruction.Emit(writer, type, endpoint);
            _handshake.Emit();
            _messages.EmitRun(ControllerConstruction.Call(type, endpoint.Method, _binding.HandlerArguments));
        }
    }
}
