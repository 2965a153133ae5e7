using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Diagnostics;

/// <summary>Rules about WebSockets that work, but are dangerous.</summary>
internal static class WebSocketDescriptors
{
    private const string Category = "Upwire.WebSockets";

    public static readonly DiagnosticDescriptor OpenOrigins = Rule.Warning(
        DiagnosticIds.OpenOrigins,
        Category,
        "A WebSocket with cookies that any site may open",
        "A page of any site may open '{0}' with the cookies of the user who looks at it, and talk in that user's name: {1}; name the origins, or leave them out to allow pages of this application only",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor CostlyCompression = Rule.Warning(
        DiagnosticIds.CostlyCompression,
        Category,
        "Compression that costs memory for many connections",
        "With ContextTakeover each connection keeps some 300 KB, and MaxConnections allows {0} of them: {1} MB; PerMessage keeps nothing between messages",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor RawWebSocket = Rule.Warning(
        DiagnosticIds.RawWebSocket,
        Category,
        "A raw WebSocket that is cancelled, or sends twice at once",
        "{0}");
}
