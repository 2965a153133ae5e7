using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Makes a value of the fields of a form or a query. Implemented by structs, so that each use is compiled without indirection.</summary>
/// <typeparam name="T">The value's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFieldReader<T>
{
    /// <summary>Whether the request has anything of the value.</summary>
    /// <param name="path">Where the value is.</param>
    /// <returns>Whether it is worth reading.</returns>
    static abstract bool IsPresent(FieldPath path);

    /// <summary>Reads the value. What fails is added to the binder's failures.</summary>
    /// <param name="binder">The request's binder.</param>
    /// <param name="path">Where the value is.</param>
    /// <returns>The value; of no meaning when something failed.</returns>
    static abstract T Read(ref ParameterBinder binder, FieldPath path);

    /// <summary>How many values the path itself has: a field may be repeated, where one field makes a value.</summary>
    /// <param name="path">Where the values are.</param>
    /// <returns>Their number.</returns>
    static virtual int Count(FieldPath path) => 0;

    /// <summary>Reads one of the values that the path itself has.</summary>
    /// <param name="binder">The request's binder.</param>
    /// <param name="path">Where the values are.</param>
    /// <param name="index">Which of them, from 0.</param>
    /// <returns>The value; of no meaning when something failed.</returns>
    static virtual T ReadAt(ref ParameterBinder binder, FieldPath path, int index) => throw new NotSupportedException();
}
