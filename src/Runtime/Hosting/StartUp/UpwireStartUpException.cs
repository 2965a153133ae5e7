namespace Upwire;

/// <summary>Thrown when the application starts, before its first request, for all that its endpoints lack.</summary>
/// <remarks><see cref="UpwireOptions.ValidateOnStart"/> says what is looked for.</remarks>
public sealed class UpwireStartUpException : InvalidOperationException
{
    internal UpwireStartUpException(IReadOnlyList<string> problems)
        : base($"The application cannot answer all of its endpoints:{string.Concat(problems.Select(static problem => $"{Environment.NewLine}- {problem}"))}") =>
        Problems = problems;

    /// <summary>What is missing, and how each is mended; at least one.</summary>
    public IReadOnlyList<string> Problems { get; }
}
