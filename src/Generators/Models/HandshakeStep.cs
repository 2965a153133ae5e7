namespace Upwire.Generators.Models;

/// <summary>What a method is asked before a connection is accepted.</summary>
internal enum HandshakeStep
{
    /// <summary>Whether the connection is accepted, by a bool.</summary>
    Verify,

    /// <summary>The same, by an <c>IResult</c> that refuses it, or null.</summary>
    VerifyByResult,

    /// <summary>The sub-protocol.</summary>
    SelectSubProtocol,
}
