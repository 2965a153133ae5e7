using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>The form of a request, or why it could not be read; neither where there is none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FormBodyResult
{
    internal FormBodyResult(IFormCollection form, BindingFailure? failure)
    {
        Form = form;
        Failure = failure;
    }

    internal IFormCollection? Form { get; }

    internal BindingFailure? Failure { get; }
}
