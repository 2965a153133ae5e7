using System.ComponentModel.DataAnnotations;

namespace Upwire.CompilerServices;

/// <summary>The annotations of one value, in the order in which they are asked: what is required first, for the others say nothing of a value that is missing.</summary>
internal sealed class ValidationRules(string displayName, ValidationAttribute[] attributes)
{
    private readonly RequiredAttribute? _required = attributes.OfType<RequiredAttribute>().FirstOrDefault();
    private readonly ValidationAttribute[] _others = [.. attributes.Where(static attribute => attribute is not RequiredAttribute)];

    // Those of .NET that ask for no context: a valid value is then found out without making one.
    private readonly bool _needContext = !attributes.All(static attribute =>
        attribute.GetType().Assembly == typeof(ValidationAttribute).Assembly && !attribute.RequiresValidationContext);

    /// <summary>Adds a failure for each annotation that a value breaks.</summary>
    /// <param name="request">The request's validation, where the value is now.</param>
    /// <param name="value">The value.</param>
    /// <param name="instance">The object that the value is a member of, or the value itself.</param>
    /// <param name="memberName">The member's name, as annotations know it.</param>
    public void Check(RequestValidation request, object? value, object? instance, string memberName)
    {
        if (attributes.Length == 0 || (!_needContext && Array.TrueForAll(attributes, attribute => attribute.IsValid(value))))
        {
            return;
        }

        var context = request.CreateContext(instance, displayName, memberName);
        if (_required?.GetValidationResult(value, context) is { } missing)
        {
            request.Add(missing.ErrorMessage);
            return;
        }

        foreach (var attribute in _others)
        {
            if (attribute.GetValidationResult(value, context) is { } failure)
            {
                request.Add(failure.ErrorMessage);
            }
        }
    }
}
