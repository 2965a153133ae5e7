using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Upwire.CompilerServices;

/// <summary>What a handler's parameters tell of the endpoint, for descriptions of it (OpenAPI).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterMetadata
{
    /// <summary>That the body is a form: what it may be, and that its anti-forgery token is to be checked, as ASP.NET Core does for forms.</summary>
    public static object Form { get; } = new FormMetadata();

    /// <summary>A parameter that is bound from the request.</summary>
    /// <param name="position">Its place among the parameters of the method, from 0.</param>
    /// <param name="source">Where its value is looked for.</param>
    /// <param name="name">The name that the client knows it by.</param>
    /// <param name="isOptional">Whether a request may leave it out.</param>
    /// <returns>What stands for it in a list of metadata.</returns>
    public static object Of(int position, ParameterSource source, string name, bool isOptional) =>
        // Not IAcceptsMetadata for a body: routing would then answer other content types itself, by a 415 that says nothing.
        new ProvidedMetadata((method, endpoint) => endpoint.Metadata.Add(new DescribedParameter(method.GetParameters()[position], source, name, isOptional)));

    /// <summary>A part of a parameter that is taken apart.</summary>
    /// <typeparam name="TOwner">The type that it is a part of.</typeparam>
    /// <param name="member">The property that it is.</param>
    /// <param name="source">Where its value is looked for.</param>
    /// <param name="name">The name that the client knows it by.</param>
    /// <param name="isOptional">Whether a request may leave it out.</param>
    /// <returns>What stands for it in a list of metadata.</returns>
    public static object Of<[DynamicallyAccessedMembers(MemberParameter.Members)] TOwner>(string member, ParameterSource source, string name, bool isOptional) =>
        new DescribedParameter(MemberParameter.Of<TOwner>(member), source, name, isOptional);
}
