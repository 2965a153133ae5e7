using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Upwire.CompilerServices;

/// <summary>Validates a property of an object.</summary>
/// <param name="name">The property's name.</param>
/// <param name="displayName">The name that messages call it.</param>
/// <param name="jsonName">The name that the contract of its type gives it in JSON; null where the application's naming policy does.</param>
/// <param name="fieldName">The name of its field in a form or a query.</param>
/// <param name="read">Reads the property.</param>
/// <param name="attributes">Its annotations.</param>
/// <param name="inner">Validates what its value is made of; null where nothing of that is annotated.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberValidator(
    string name,
    string displayName,
    string? jsonName,
    string fieldName,
    Func<object, object?> read,
    ValidationAttribute[] attributes,
    Validator? inner)
{
    private readonly ValidationRules _rules = new(displayName, attributes);

    internal string Name => name;

    /// <summary>The name of the property in what the request holds.</summary>
    internal string NameIn(RequestValidation request) => request.IsJson ? jsonName ?? request.Convert(name) : fieldName;

    internal void Validate(RequestValidation request, object owner)
    {
        object? value = read(owner);
        request.Enter(new(this));
        _rules.Check(request, value, owner, name);
        if (value is not null)
        {
            inner?.Validate(request, value);
        }

        request.Leave();
    }
}
