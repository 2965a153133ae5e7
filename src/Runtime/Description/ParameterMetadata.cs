using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire.CompilerServices;

/// <summary>
/// What a handler's parameters tell of the endpoint, for descriptions of it (OpenAPI). A body is no <see cref="IAcceptsMetadata"/>:
/// routing would then answer other content types itself, by a 415 that says nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterMetadata
{
    /// <summary>That the body is a form: what it may be, and that its anti-forgery token is to be checked, as ASP.NET Core does for forms.</summary>
    public static object Form { get; } = new FormMetadata();

    /// <summary>A parameter that a text of the request, or its body, makes.</summary>
    /// <param name="position">Its place among the parameters of the method, from 0.</param>
    /// <param name="source">Where its value is looked for.</param>
    /// <param name="name">The name that the client knows it by.</param>
    /// <param name="isOptional">Whether a request may leave it out.</param>
    /// <returns>What stands for it in a list of metadata.</returns>
    public static object Of(int position, ParameterSource source, string name, bool isOptional) =>
        new DescribedArgument(position, source, name, isOptional, isText: source != ParameterSource.Body);

    /// <summary>A part of what is taken apart that a text of the request, or its body, makes.</summary>
    /// <typeparam name="TOwner">The type that it is a part of.</typeparam>
    /// <param name="member">The property that it is.</param>
    /// <param name="source">Where its value is looked for.</param>
    /// <param name="name">The name that the client knows it by.</param>
    /// <param name="isOptional">Whether a request may leave it out.</param>
    /// <returns>What stands for it in a list of metadata.</returns>
    public static object Of<[DynamicallyAccessedMembers(MemberParameter.Members)] TOwner>(string member, ParameterSource source, string name, bool isOptional) =>
        new DescribedMember<TOwner>(member, source, name, isOptional, isText: source != ParameterSource.Body);

    /// <summary>A parameter that several fields of the query or the form make.</summary>
    /// <param name="position">Its place among the parameters of the method, from 0.</param>
    /// <param name="source">Where its value is looked for.</param>
    /// <param name="name">The name that the client knows it by.</param>
    /// <param name="isOptional">Whether a request may leave it out.</param>
    /// <returns>What stands for it in a list of metadata.</returns>
    public static object OfFields(int position, ParameterSource source, string name, bool isOptional) =>
        new DescribedArgument(position, source, name, isOptional, isText: false);

    /// <summary>A part of what is taken apart that several fields of the query or the form make.</summary>
    /// <typeparam name="TOwner">The type that it is a part of.</typeparam>
    /// <param name="member">The property that it is.</param>
    /// <param name="source">Where its value is looked for.</param>
    /// <param name="name">The name that the client knows it by.</param>
    /// <param name="isOptional">Whether a request may leave it out.</param>
    /// <returns>What stands for it in a list of metadata.</returns>
    public static object OfFields<[DynamicallyAccessedMembers(MemberParameter.Members)] TOwner>(string member, ParameterSource source, string name, bool isOptional) =>
        new DescribedMember<TOwner>(member, source, name, isOptional, isText: false);

    /// <summary>What the type of a parameter tells of it, as ASP.NET Core lets types do.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="position">Its place among the parameters of the method, from 0.</param>
    /// <returns>What stands for it in a list of metadata: <see cref="EndpointModule"/> asks the type when the endpoint is built.</returns>
    public static object ProvidedBy<T>(int position)
        where T : IEndpointParameterMetadataProvider =>
        new ProvidedMetadata((handler, endpoint) => T.PopulateMetadata(handler.GetParameters()[position], endpoint));

    /// <summary>What the type of a part of what is taken apart tells of it.</summary>
    /// <typeparam name="TOwner">The type that it is a part of.</typeparam>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="member">The property that it is.</param>
    /// <returns>What stands for it in a list of metadata.</returns>
    public static object ProvidedBy<[DynamicallyAccessedMembers(MemberParameter.Members)] TOwner, T>(string member)
        where T : IEndpointParameterMetadataProvider =>
        new ProvidedMetadata((_, endpoint) => T.PopulateMetadata(MemberParameter.Of<TOwner>(member, isField: false), endpoint));
}
