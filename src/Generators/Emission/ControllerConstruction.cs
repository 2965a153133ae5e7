using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>Writes the instance that a handler is called on: made by <c>new</c>, disposed when its request ends.</summary>
internal static class ControllerConstruction
{
    /// <summary>Writes the local, where one is needed.</summary>
    public static void Emit(SourceWriter writer, ControllerTypeModel type, EndpointModel endpoint)
    {
        if (!endpoint.NeedsController(type))
        {
            return;
        }

        if (type.Constructor.Count == 0)
        {
            writer.Line($"var controller = new {type.TypeExpression}();");
        }
        else
        {
            writer.Line($"var controller = new {type.TypeExpression}(");
            using (writer.Indented())
            {
                for (int i = 0; i < type.Constructor.Count; i++)
                {
                    writer.Line(ServiceEmitter.Resolve(type.Constructor[i]) + (i == type.Constructor.Count - 1 ? ");" : ","));
                }
            }
        }

        string? register = type.Disposal switch
        {
            Disposal.Asynchronous => "RegisterForDisposeAsync",
            Disposal.Synchronous => "RegisterForDispose",
            _ => null,
        };

        if (register is not null)
        {
            writer.Line($"context.Response.{register}(controller);");
        }
    }

    /// <summary>The call of a method of the controller.</summary>
    public static string Call(ControllerTypeModel type, MethodModel method, string arguments) =>
        $"{(method.IsStatic ? type.TypeExpression : "controller")}.{Identifier.Escape(method.Name)}({arguments})";
}
