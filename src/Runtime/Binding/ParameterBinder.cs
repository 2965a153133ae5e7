using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Upwire.CompilerServices;

/// <summary>Binds the parameters of one request and gathers what fails, so that the client is told everything at once.</summary>
/// <param name="context">The request.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ParameterBinder(HttpContext context)
{
    // A hostile request may hold thousands: an answer tells of no more than these, and how many others there are.
    private const int MostFailedElements = 100;

    private List<BindingFailure>? _failures;

    /// <summary>Whether a parameter could not be bound.</summary>
    public readonly bool HasFailures => _failures is not null;

    /// <summary>Binds a parameter that the request must have.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <typeparam name="TParser">How its text becomes a value.</typeparam>
    /// <param name="source">Where the value is.</param>
    /// <param name="name">Its name there.</param>
    /// <returns>The value; the default of the type when it failed.</returns>
    public T Required<T, TParser>(ParameterSource source, string name)
        where TParser : struct, IValueParser<T>
    {
        if (Find(source, name) is { } text)
        {
            return Parse<T, TParser>(source, name, text);
        }

        Add(BindingFailure.Missing(source, name, TParser.Expected));
        return default!;
    }

    /// <summary>Binds a parameter that the request may leave out.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <typeparam name="TParser">How its text becomes a value.</typeparam>
    /// <param name="source">Where the value is.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="fallback">The value of a request that has none.</param>
    /// <returns>The value; the default of the type when it failed.</returns>
    [return: NotNullIfNotNull(nameof(fallback))]
    public T? Optional<T, TParser>(ParameterSource source, string name, T? fallback)
        where TParser : struct, IValueParser<T> =>
        Find(source, name) is { } text && (text.Length > 0 || TParser.AcceptsEmpty)
            ? Parse<T, TParser>(source, name, text)
            : fallback;

    /// <summary>Binds an array: each value of the name is an element.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TParser">How a text becomes an element.</typeparam>
    /// <param name="source">Where the values are.</param>
    /// <param name="name">Their name there.</param>
    /// <returns>The elements; none when the request has none, or when one failed.</returns>
    public T[] Array<T, TParser>(ParameterSource source, string name)
        where TParser : struct, IValueParser<T> => ArrayOrNull<T, TParser>(source, name) ?? [];

    /// <summary>Binds an array that is null when the request has no value of the name.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <typeparam name="TParser">How a text becomes an element.</typeparam>
    /// <param name="source">Where the values are.</param>
    /// <param name="name">Their name there.</param>
    /// <returns>The elements; null when the request has none.</returns>
    public T[]? ArrayOrNull<T, TParser>(ParameterSource source, string name)
        where TParser : struct, IValueParser<T>
    {
        // The lines of a header and the elements of one line are the same thing (RFC 9110, section 5.3).
        var texts = Values(source, name);
        if (source == ParameterSource.Header && texts.Count > 0)
        {
            texts = context.Request.Headers.GetCommaSeparatedValues(name);
        }
        else if (texts.Count == 0)
        {
            return null;
        }

        var elements = new T[texts.Count];
        int failed = 0;
        for (int i = 0; i < elements.Length; i++)
        {
            string text = texts[i] ?? "";
            if (TParser.TryParse(text, out var element))
            {
                elements[i] = element;
            }
            else if (++failed <= MostFailedElements)
            {
                Add(BindingFailure.UnparsableElement(source, name, text, TParser.Expected));
            }
        }

        if (failed > MostFailedElements)
        {
            Add(BindingFailure.MoreElements(source, name, failed - MostFailedElements));
        }

        return elements;
    }

    /// <summary>All values of a name, as they are.</summary>
    /// <param name="source">Where the values are.</param>
    /// <param name="name">Their name there.</param>
    /// <returns>The values; none when the request has none.</returns>
    public readonly StringValues Values(ParameterSource source, string name) => source switch
    {
        ParameterSource.Query => context.Request.Query[name],
        ParameterSource.Header => context.Request.Headers[name],
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "A part of the path is one text, and the body is read through JsonBody."),
    };

    /// <summary>All values of a name, as they are, or null.</summary>
    /// <param name="source">Where the values are.</param>
    /// <param name="name">Their name there.</param>
    /// <returns>The values; null when the request has none.</returns>
    public readonly StringValues? ValuesOrNull(ParameterSource source, string name) =>
        Values(source, name) is { Count: > 0 } values ? values : default(StringValues?);

    /// <summary>Takes over the outcome of reading the body.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="body">The outcome.</param>
    /// <returns>The value; the default of the type when it failed.</returns>
    public T Take<T>(JsonBodyResult<T> body)
    {
        if (body.Failure is { } failure)
        {
            Add(failure);
        }

        return body.Value!;
    }

    /// <summary>Takes over the outcome of reading a body that the request may leave out.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="body">The outcome.</param>
    /// <param name="fallback">The value of a request that has none.</param>
    /// <returns>The value; the fallback when there was none, or when it failed.</returns>
    public T Take<T>(JsonBodyResult<T> body, T fallback)
    {
        var value = Take(body);
        return body.HasValue ? value : fallback;
    }

    /// <summary>Answers the request with all that failed, as RFC 9457 problem details.</summary>
    /// <returns>A task that ends when the answer has been written.</returns>
    public readonly Task WriteFailuresAsync()
    {
        var failures = _failures ?? [];
        var errors = new Dictionary<string, string[]>(failures.Count);
        int status = failures.Count == 1 ? failures[0].Status : StatusCodes.Status400BadRequest;
        foreach (var failure in failures)
        {
            errors[failure.Name] = errors.TryGetValue(failure.Name, out string[]? earlier) ? [.. earlier, failure.Message] : [failure.Message];
        }

        return ProblemResponse.WriteAsync(context, status, "The request does not fit the endpoint's parameters; see errors.", errors);
    }

    private T Parse<T, TParser>(ParameterSource source, string name, string text)
        where TParser : struct, IValueParser<T>
    {
        if (TParser.TryParse(text, out var value))
        {
            return value;
        }

        Add(BindingFailure.Unparsable(source, name, text, TParser.Expected));
        return default!;
    }

    private readonly string? Find(ParameterSource source, string name) => source switch
    {
        ParameterSource.Route => context.Request.RouteValues[name] switch
        {
            null => null,
            string text => text,
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        },
        ParameterSource.Query => context.Request.Query[name],
        ParameterSource.Header => context.Request.Headers[name],
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "The body is read through JsonBody."),
    };

    private void Add(BindingFailure failure) => (_failures ??= []).Add(failure);
}
