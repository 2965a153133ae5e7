namespace Upwire;

/// <summary>What concerns other servers could not be done. What concerns this one has been.</summary>
public sealed class UpwireBackplaneException : Exception
{
    /// <summary>Makes one.</summary>
    public UpwireBackplaneException()
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What could not be done.</param>
    public UpwireBackplaneException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one.</summary>
    /// <param name="message">What could not be done.</param>
    /// <param name="innerException">Why.</param>
    public UpwireBackplaneException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
