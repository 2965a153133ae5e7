using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Validates the values of a type that the application annotated. Made by generated code, once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Validator
{
    private protected Validator()
    {
    }

    internal abstract void Validate(RequestValidation request, object value);
}
