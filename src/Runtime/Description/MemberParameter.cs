using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Upwire;

/// <summary>A property of a type that <c>[AsParameters]</c> takes apart, as the parameter that it stands for.</summary>
internal sealed class MemberParameter : ParameterInfo
{
    /// <summary>What is looked for in the type.</summary>
    public const DynamicallyAccessedMemberTypes Members = DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicConstructors;

    private readonly PropertyInfo _property;
    private readonly ParameterInfo? _argument;

    private MemberParameter(PropertyInfo property, ParameterInfo? argument, MemberInfo member)
    {
        _property = property;
        _argument = argument;
        NameImpl = property.Name;
        ClassImpl = property.PropertyType;
        MemberImpl = member;
        AttrsImpl = argument?.Attributes ?? ParameterAttributes.None;
    }

    public override bool HasDefaultValue => _argument?.HasDefaultValue == true;

    public override object? DefaultValue => _argument?.DefaultValue;

    public override object? RawDefaultValue => _argument?.RawDefaultValue;

    public override IEnumerable<CustomAttributeData> CustomAttributes => [.. _argument?.CustomAttributes ?? [], .. _property.CustomAttributes];

    /// <summary>Finds a part of a type: a property, with the parameter of the constructor that sets it, if there is one.</summary>
    /// <param name="name">The property.</param>
    /// <param name="isField">Whether it is a field of a form, to be told by itself, rather than with what the type says of it.</param>
    public static MemberParameter Of<[DynamicallyAccessedMembers(Members)] TOwner>(string name, bool isField)
    {
        var property = typeof(TOwner).GetProperty(name)!;
        var argument = typeof(TOwner).GetConstructors()
            .SelectMany(static constructor => constructor.GetParameters())
            .FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase) && parameter.ParameterType == property.PropertyType);

        return new(property, argument, isField ? property.GetMethod ?? property.SetMethod! : property);
    }

    public override object[] GetCustomAttributes(bool inherit) => GetCustomAttributes(typeof(Attribute), inherit);

    public override object[] GetCustomAttributes(Type attributeType, bool inherit)
    {
        object[] own = _property.GetCustomAttributes(attributeType, inherit);
        object[] argument = _argument?.GetCustomAttributes(attributeType, inherit) ?? [];
        if (argument.Length == 0)
        {
            return own;
        }

        // Callers of reflection take the array for one of the type that they ask for.
        var all = (object[])Array.CreateInstanceFromArrayType(argument.GetType(), argument.Length + own.Length);
        argument.CopyTo(all, 0);
        own.CopyTo(all, argument.Length);
        return all;
    }

    public override IList<CustomAttributeData> GetCustomAttributesData() => [.. CustomAttributes];

    public override bool IsDefined(Type attributeType, bool inherit) =>
        _argument?.IsDefined(attributeType, inherit) == true || _property.IsDefined(attributeType, inherit);
}
