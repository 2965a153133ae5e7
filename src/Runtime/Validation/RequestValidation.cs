using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>Validates the parameters of one request, and gathers what fails.</summary>
/// <param name="context">The request.</param>
/// <param name="json">How the application writes JSON.</param>
/// <param name="maxDepth">How deep objects may lie in each other.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestValidation(HttpContext context, JsonSerializerOptions json, int maxDepth)
{
    // Names are put together only for what fails.
    private readonly List<PathSegment> _path = [];
    private BindingFailures? _failures;
    private string _parameter = "";

    /// <summary>Whether anything is not valid.</summary>
    public bool HasFailures => _failures is not null;

    internal int Count { get; private set; }

    internal bool IsTooDeep => _path.Count > maxDepth;

    internal bool IsJson { get; private set; }

    /// <summary>Validates a parameter.</summary>
    /// <param name="validator">Its validator.</param>
    /// <param name="value">Its value.</param>
    public void Check(ParameterValidator validator, object? value) => validator.Validate(this, value);

    /// <summary>Answers the request with all that failed, as RFC 9457 problem details.</summary>
    /// <returns>A task that ends when the answer has been written.</returns>
    public Task WriteFailuresAsync() => _failures!.WriteAsync(context);

    /// <summary>All that failed, for the log.</summary>
    internal string DescribeFailures() => _failures!.Describe();

    internal void Begin(string parameter, bool isJson)
    {
        _parameter = parameter;
        IsJson = isJson;
    }

    internal void Enter(PathSegment segment) => _path.Add(segment);

    internal void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Adds what is wrong with the value of the path. That of a body as a whole has the name of the parameter.</summary>
    internal void Add(string? message) => AddAt(Path() is { Length: > 0 } path ? path : _parameter, message);

    /// <summary>Adds what is wrong with a member of the value of the path.</summary>
    internal void Add(string member, string? message) => AddAt(Path() is { Length: > 0 } path ? $"{path}.{member}" : member, message);

    internal void AddTooDeep() => Add(string.Create(CultureInfo.InvariantCulture, $"The value lies more than {maxDepth} levels deep."));

    internal string Convert(string name) => json.PropertyNamingPolicy?.ConvertName(name) ?? name;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The constructor with a display name does not look for one by reflection.")]
    internal ValidationContext CreateContext(object? instance, string displayName, string? memberName) =>
        new(instance ?? this, displayName, context.RequestServices, items: null) { MemberName = memberName };

    private string Path()
    {
        string path = "";
        foreach (var segment in _path)
        {
            path = segment.Append(path, this);
        }

        return path;
    }

    private void AddAt(string name, string? message)
    {
        Count++;
        (_failures ??= new()).Add(BindingFailure.Invalid(name, message ?? "The value is not valid."));
    }
}
