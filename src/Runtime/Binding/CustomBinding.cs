using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>Calls what a type binds itself by, also where the method implements the interface explicitly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CustomBinding
{
    /// <summary>Binds a parameter by its type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The value; null when the request has none.</returns>
    public static ValueTask<T?> BindAsync<T>(HttpContext context, ParameterInfo parameter)
        where T : class, IBindableFromHttpContext<T> => T.BindAsync(context, parameter);

    /// <summary>A part of a parameter that is taken apart, as the parameter that it stands for.</summary>
    /// <typeparam name="TOwner">The type that it is a part of.</typeparam>
    /// <param name="member">The property that it is.</param>
    /// <returns>The parameter.</returns>
    public static ParameterInfo GetParameter<[DynamicallyAccessedMembers(MemberParameter.Members)] TOwner>(string member) => MemberParameter.Of<TOwner>(member, isField: false);
}
