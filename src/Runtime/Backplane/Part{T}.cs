namespace Upwire;

/// <summary>A part of what is too much for one message.</summary>
/// <param name="Total">How many there are in all parts.</param>
/// <param name="First">How many were in those before.</param>
/// <param name="Items">Those of this one.</param>
internal readonly record struct Part<T>(int Total, int First, T[] Items);
