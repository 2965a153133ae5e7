using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Upwire.CompilerServices;

/// <summary>
/// Validates an object, in the order of <see cref="System.ComponentModel.DataAnnotations.Validator"/>: its properties, then, if they
/// are valid, what is annotated of the object itself, then <see cref="IValidatableObject"/>.
/// </summary>
/// <param name="type">The type.</param>
/// <param name="attributes">Its annotations.</param>
/// <param name="createMembers">Makes the validators of its properties, later: a type may contain itself.</param>
/// <param name="createDerived">Makes the validators of the types that derive from it in JSON.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TypeValidator(
    Type type,
    ValidationAttribute[] attributes,
    Func<MemberValidator[]> createMembers,
    Func<TypeValidator[]>? createDerived = null) : Validator
{
    private readonly ValidationRules _rules = new(type.Name, attributes);
    private MemberValidator[]? _members;
    private TypeValidator[]? _derived;

    private MemberValidator[] Members => _members ??= createMembers();

    internal override void Validate(RequestValidation request, object value)
    {
        if (request.IsTooDeep)
        {
            request.AddTooDeep();
        }
        else if (FindDerived(value.GetType()) is { } derived)
        {
            derived.Validate(request, value);
        }
        else
        {
            ValidateObject(request, value);
        }
    }

    private void ValidateObject(RequestValidation request, object value)
    {
        int failures = request.Count;
        foreach (var member in Members)
        {
            member.Validate(request, value);
        }

        if (request.Count == failures)
        {
            _rules.Check(request, value, value, type.Name);
        }

        if (request.Count == failures && value is IValidatableObject validatable)
        {
            ValidateItself(request, validatable);
        }
    }

    private void ValidateItself(RequestValidation request, IValidatableObject value)
    {
        foreach (var result in value.Validate(request.CreateContext(value, type.Name, memberName: null)))
        {
            if (result == ValidationResult.Success)
            {
                continue;
            }

            bool hasMember = false;
            foreach (string name in result.MemberNames)
            {
                hasMember = true;
                var member = Array.Find(Members, member => member.Name == name);
                request.Add(member?.NameIn(request) ?? (request.IsJson ? request.Convert(name) : name), result.ErrorMessage);
            }

            if (!hasMember)
            {
                request.Add(result.ErrorMessage);
            }
        }
    }

    private TypeValidator? FindDerived(Type actual)
    {
        if (createDerived is null || actual == type)
        {
            return null;
        }

        _derived ??= createDerived();
        return Array.Find(_derived, derived => derived.IsOf(actual));
    }

    private bool IsOf(Type actual) => type == actual;
}
