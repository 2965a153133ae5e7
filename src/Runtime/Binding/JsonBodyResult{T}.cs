using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>The body of a request, or why it could not be read.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonBodyResult<T>
{
    internal JsonBodyResult(T? value)
    {
        Value = value;
        HasValue = true;
    }

    internal JsonBodyResult(BindingFailure failure) => Failure = failure;

    internal T? Value { get; }

    /// <summary>Whether there was a body: one of <c>null</c> is one.</summary>
    internal bool HasValue { get; }

    internal BindingFailure? Failure { get; }
}
