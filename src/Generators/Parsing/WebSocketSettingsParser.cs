using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>Reads the settings that a <c>[WebSocket]</c> has. What it does not have is as the application says.</summary>
internal static class WebSocketSettingsParser
{
    /// <summary>The settings as initializers of <c>WebSocketSettings</c>.</summary>
    public static IEnumerable<string> Parse(AttributeData attribute) =>
        attribute.NamedArguments
            .Where(static argument => !argument.Value.IsNull && argument.Key != HandshakeMethod.Verify)
            .Select(static argument => argument.Key == HandshakeMethod.SelectSubProtocol ? "SelectsSubProtocol = true" : $"{argument.Key} = {Value(argument.Key, argument.Value)}");

    // Attributes have no times: theirs are in seconds.
    private static string Value(string name, TypedConstant value) =>
        name.EndsWith("Timeout", StringComparison.Ordinal) || name.EndsWith("Interval", StringComparison.Ordinal)
            ? $"global::System.TimeSpan.FromSeconds({ConstantExpression.Of(value)})"
            : ConstantExpression.Of(value);
}
