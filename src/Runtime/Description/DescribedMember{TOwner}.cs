using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>A property of a type that <c>[AsParameters]</c> takes apart.</summary>
internal sealed class DescribedMember<[DynamicallyAccessedMembers(MemberParameter.Members)] TOwner>(
    string member, ParameterSource source, string name, bool isOptional, bool isText)
    : DescribedParameter(source, name, isOptional, isText)
{
    protected override ParameterInfo Find() => MemberParameter.Of<TOwner>(member, isField: Source == ParameterSource.Form);
}
