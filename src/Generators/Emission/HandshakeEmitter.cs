using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes what the user's methods are asked before a connection is accepted.</summary>
internal sealed class HandshakeEmitter(SourceWriter writer, ControllerTypeModel type, EndpointModel endpoint, EndpointArguments arguments)
{
    private const string Verification = "global::Upwire.CompilerServices.Verification";

    public void Emit()
    {
        foreach (var method in endpoint.HandshakeMethods)
        {
            string call = $"{(method.IsAwaited ? "await " : "")}{ControllerConstruction.Call(type, method.Method, arguments.ValuesOf(method))}";
            switch (method.Step)
            {
                case HandshakeStep.Verify:
                    EmitRejection($"RejectUnlessAsync(context, {call})");
                    break;
                case HandshakeStep.VerifyByResult:
                    EmitRejection($"RejectWithAsync(context, {call})");
                    break;
                case HandshakeStep.SelectSubProtocol:
                    writer.Line($"string? subProtocol = {call};");
                    break;
            }
        }
    }

    private void EmitRejection(string call)
    {
        using (writer.Braces($"if (await {Verification}.{call})"))
        {
            writer.Line("return;");
        }

        writer.Line();
    }
}
