namespace Upwire;

/// <summary>Its registration tells that <c>AddUpwire</c> was called.</summary>
internal sealed class UpwireMarker;
