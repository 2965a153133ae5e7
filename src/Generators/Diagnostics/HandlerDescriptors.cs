using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Diagnostics;

/// <summary>Rules about handlers and controllers.</summary>
internal static class HandlerDescriptors
{
    private const string Category = "Upwire.Handlers";

    public static readonly DiagnosticDescriptor NotCallable = Rule.Error(
        DiagnosticIds.NotCallable,
        Category,
        "A handler that cannot be called",
        "'{0}' cannot be an endpoint's handler: it {1}");

    public static readonly DiagnosticDescriptor ResultNotWritable = Rule.Error(
        DiagnosticIds.ResultNotWritable,
        Category,
        "A return value that cannot be written",
        "'{0}' cannot be an endpoint's handler: it returns {1}");

    public static readonly DiagnosticDescriptor ControllerNotConstructible = Rule.Error(
        DiagnosticIds.ControllerNotConstructible,
        Category,
        "A controller that cannot be constructed",
        "'{0}' cannot be a controller: it {1}");

    public static readonly DiagnosticDescriptor NoConnection = Rule.Error(
        DiagnosticIds.NoConnection,
        Category,
        "A WebSocket handler without a connection",
        "'{0}' handles a WebSocket but takes nothing to read from or write to; add a parameter 'WebSocketConnection socket'");

    public static readonly DiagnosticDescriptor HandshakeMethod = Rule.Error(
        DiagnosticIds.HandshakeMethod,
        Category,
        "A method that a handshake cannot ask",
        "'{0}' is no method for {1}: {2}");

    public static readonly DiagnosticDescriptor AttributeValue = Rule.Error(
        DiagnosticIds.AttributeValue,
        Category,
        "An attribute's value that cannot be used",
        "The value '{0}' of [{1}] cannot be used: {2}");

    public static readonly DiagnosticDescriptor MvcAttribute = Rule.Error(
        DiagnosticIds.MvcAttribute,
        Category,
        "An attribute of MVC on a controller of Upwire",
        "[{0}] is Microsoft.AspNetCore.Mvc's here, and does nothing on '{1}', which is no controller of MVC; use Upwire's{2}");

    public static readonly DiagnosticDescriptor EmptyController = Rule.Warning(
        DiagnosticIds.EmptyController,
        Category,
        "A controller without endpoints",
        "'{0}' has [{1}] but no endpoint, so it answers nothing: {2}");
}
