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
    private BindingFailures? _failures;
    private IFormCollection? _form;

    /// <summary>Whether a parameter could not be bound.</summary>
    public readonly bool HasFailures => _failures is not null;

    /// <summary>The request's form; one without fields when the request has none.</summary>
    public readonly IFormCollection Form => _form ?? FormCollection.Empty;

    /// <summary>The request's form; null when the request has none.</summary>
    public readonly IFormCollection? FormOrNull => _form;

    /// <summary>The files of the request's form; none when the request has no form.</summary>
    public readonly IFormFileCollection Files => Form.Files;

    /// <summary>The files of the request's form; null when the request has no form.</summary>
    public readonly IFormFileCollection? FilesOrNull => _form?.Files;

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

        return Missing<T>(source, name, TParser.Expected);
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
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = ParseElement<T, TParser>(source, name, texts[i] ?? "");
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
        ParameterSource.Form => Form[name],
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

    /// <summary>Takes over the outcome of reading the form.</summary>
    /// <param name="body">The outcome.</param>
    public void Take(FormBodyResult body)
    {
        _form = body.Form;
        if (body.Failure is { } failure)
        {
            Add(failure);
        }
    }

    /// <summary>Takes over what a type bound itself.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value; null fails.</param>
    /// <returns>The value; the default of the type when it failed.</returns>
    public T NotNull<T>(string name, T? value)
        where T : class
    {
        if (value is null)
        {
            Add(BindingFailure.Unbound(name));
        }

        return value!;
    }

    /// <summary>Takes over what a type bound itself.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value; null fails.</param>
    /// <returns>The value; the default of the type when it failed.</returns>
    public T NotNull<T>(string name, T? value)
        where T : struct
    {
        if (value is null)
        {
            Add(BindingFailure.Unbound(name));
        }

        return value.GetValueOrDefault();
    }

    /// <summary>Binds a parameter that several fields make.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <typeparam name="TReader">How the fields become a value.</typeparam>
    /// <param name="source">Where the fields are: the query or the form.</param>
    /// <param name="name">The parameter's name there.</param>
    /// <param name="isNamed">Whether the fields' names always begin with the parameter's; otherwise they may stand alone.</param>
    /// <returns>The value; of no meaning when something failed.</returns>
    public T Fields<T, TReader>(ParameterSource source, string name, bool isNamed)
        where TReader : struct, IFieldReader<T> =>
        IsUnreadable(source) ? default! : Read<T, TReader>(Find<T, TReader>(source, name, isNamed));

    /// <summary>Binds a parameter that several fields make, and that the request may leave out.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <typeparam name="TReader">How the fields become a value.</typeparam>
    /// <param name="source">Where the fields are: the query or the form.</param>
    /// <param name="name">The parameter's name there.</param>
    /// <param name="isNamed">Whether the fields' names always begin with the parameter's; otherwise they may stand alone.</param>
    /// <param name="fallback">The value of a request that has none.</param>
    /// <returns>The value; of no meaning when something failed.</returns>
    [return: NotNullIfNotNull(nameof(fallback))]
    public T? FieldsOr<T, TReader>(ParameterSource source, string name, bool isNamed, T? fallback)
        where TReader : struct, IFieldReader<T> =>
        !IsUnreadable(source) && TryRead<T, TReader>(Find<T, TReader>(source, name, isNamed), out var value) ? value : fallback;

    /// <summary>Reads a part of what several fields make.</summary>
    /// <typeparam name="T">The part's type.</typeparam>
    /// <typeparam name="TReader">How the fields become a value.</typeparam>
    /// <param name="path">Where the part is.</param>
    /// <returns>The value; of no meaning when something failed.</returns>
    public T Read<T, TReader>(FieldPath path)
        where TReader : struct, IFieldReader<T>
    {
        if (path.Depth <= path.Limits.Depth)
        {
            return TReader.Read(ref this, path);
        }

        Add(BindingFailure.TooDeep(path.Source, path.Key, path.Limits.Depth));
        return default!;
    }

    /// <summary>Reads a part of what several fields make, if the request has it.</summary>
    /// <typeparam name="T">The part's type.</typeparam>
    /// <typeparam name="TReader">How the fields become a value.</typeparam>
    /// <param name="path">Where the part is.</param>
    /// <param name="value">The value; of no meaning when something failed.</param>
    /// <returns>Whether the request has it.</returns>
    public bool TryRead<T, TReader>(FieldPath path, out T value)
        where TReader : struct, IFieldReader<T>
    {
        bool isPresent = TReader.IsPresent(path);
        value = isPresent ? Read<T, TReader>(path) : default!;
        return isPresent;
    }

    /// <summary>Answers the request with all that failed, as RFC 9457 problem details.</summary>
    /// <returns>A task that ends when the answer has been written.</returns>
    public readonly Task WriteFailuresAsync() => _failures!.WriteAsync(context);

    internal T Missing<T>(ParameterSource source, string name, string expected)
    {
        // Of a form that could not be read, that alone is told.
        if (!IsUnreadable(source))
        {
            Add(BindingFailure.Missing(source, name, expected));
        }

        return default!;
    }

    internal T Parse<T, TParser>(ParameterSource source, string name, string text)
        where TParser : struct, IValueParser<T>
    {
        if (TParser.TryParse(text, out var value))
        {
            return value;
        }

        Add(BindingFailure.Unparsable(source, name, text, TParser.Expected));
        return default!;
    }

    internal T ParseElement<T, TParser>(ParameterSource source, string name, string text)
        where TParser : struct, IValueParser<T>
    {
        if (TParser.TryParse(text, out var value))
        {
            return value;
        }

        Add(BindingFailure.UnparsableElement(source, name, text, TParser.Expected));
        return default!;
    }

    internal void Add(BindingFailure failure) => (_failures ??= new()).Add(failure);

    private readonly bool IsUnreadable(ParameterSource source) => source == ParameterSource.Form && FormBody.IsUnreadable(_form);

    private readonly FieldPath Find<T, TReader>(ParameterSource source, string name, bool isNamed)
        where TReader : struct, IFieldReader<T>
    {
        var limits = FieldLimits.Of(context);
        var root = new FieldPath(source == ParameterSource.Form ? new FieldSet(Form, limits) : new FieldSet(context.Request.Query, limits));
        var named = root.Member(name);
        return isNamed || (named.HasAnything && TReader.IsPresent(named)) ? named : root;
    }

    private readonly string? Find(ParameterSource source, string name) => source switch
    {
        ParameterSource.Route => context.Request.RouteValues[name] switch
        {
            null => null,
            string text => text,
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        },
        ParameterSource.Query => QueryText.Find(context, name),
        ParameterSource.Header => context.Request.Headers[name],
        ParameterSource.Form => Form[name],
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "The body is read through JsonBody."),
    };
}
