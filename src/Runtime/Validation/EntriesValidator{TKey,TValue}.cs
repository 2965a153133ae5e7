using System.ComponentModel;
using System.Globalization;

namespace Upwire.CompilerServices;

/// <summary>Validates each value of a dictionary.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <param name="validator">Validates a value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntriesValidator<TKey, TValue>(Validator validator) : Validator
{
    internal override void Validate(RequestValidation request, object value)
    {
        foreach (var (key, entry) in (IEnumerable<KeyValuePair<TKey, TValue>>)value)
        {
            if (entry is not null)
            {
                request.Enter(new(Convert.ToString(key, CultureInfo.InvariantCulture) ?? ""));
                validator.Validate(request, entry);
                request.Leave();
            }
        }
    }
}
