using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>The body of a request, or why it could not be read.</summary>
/// <typeparam name="T">The parameter's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonBodyResult<T>
{
    internal JsonBodyResult(T? value) => Value = value;

    internal JsonBodyResult(BindingFailure failure) => Failure = failure;

    internal T? Value { get; }

    internal BindingFailure? Failure { get; }
}
