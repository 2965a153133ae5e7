using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Upwire.CompilerServices;

/// <summary>Validates a parameter, or a part of one that is taken apart.</summary>
/// <param name="name">The name that the client knows it by.</param>
/// <param name="memberName">Its name in the code.</param>
/// <param name="displayName">The name that messages call it.</param>
/// <param name="isJson">Whether it is read as JSON, so that its members have their names there.</param>
/// <param name="attributes">Its annotations.</param>
/// <param name="inner">Validates what it is made of; null where nothing of that is annotated.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterValidator(string name, string memberName, string displayName, bool isJson, ValidationAttribute[] attributes, Validator? inner)
{
    private readonly ValidationRules _rules = new(displayName, attributes);

    internal void Validate(RequestValidation request, object? value)
    {
        request.Begin(name, isJson);
        _rules.Check(request, value, value, memberName);
        if (value is not null)
        {
            inner?.Validate(request, value);
        }
    }
}
