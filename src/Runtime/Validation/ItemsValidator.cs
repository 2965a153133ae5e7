using System.Collections;
using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Validates each item of a collection.</summary>
/// <param name="item">Validates an item.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ItemsValidator(Validator item) : Validator
{
    internal override void Validate(RequestValidation request, object value)
    {
        int index = 0;
        foreach (object? element in (IEnumerable)value)
        {
            if (element is not null)
            {
                request.Enter(new(index));
                item.Validate(request, element);
                request.Leave();
            }

            index++;
        }
    }
}
