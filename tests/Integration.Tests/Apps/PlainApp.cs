namespace Upwire.Integration.Tests.Apps;

/// <summary>An application with the controllers and nothing else.</summary>
public sealed class PlainApp : AppDefinition;
