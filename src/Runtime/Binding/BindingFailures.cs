using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>All that failed in binding one request.</summary>
internal sealed class BindingFailures
{
    // A hostile request may hold thousands of faults: an answer tells of no more than these, and how many others there are.
    private const int MostListed = 100;

    private readonly List<BindingFailure> _listed = [];
    private int _omitted;

    public void Add(BindingFailure failure)
    {
        if (_listed.Count < MostListed)
        {
            _listed.Add(failure);
        }
        else
        {
            _omitted++;
        }
    }

    /// <summary>Says all of them in one line.</summary>
    public string Describe()
    {
        string listed = string.Join("; ", _listed.Select(static failure => $"{failure.Name}: {failure.Message}"));
        return _omitted == 0 ? listed : string.Create(CultureInfo.InvariantCulture, $"{listed}; and {_omitted} more");
    }

    /// <summary>Answers with all of them, as RFC 9457 problem details.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var errors = new Dictionary<string, string[]>(_listed.Count);
        int status = _listed.Count == 1 ? _listed[0].Status : StatusCodes.Status400BadRequest;
        foreach (var failure in _listed)
        {
            errors[failure.Name] = errors.TryGetValue(failure.Name, out string[]? earlier) ? [.. earlier, failure.Message] : [failure.Message];
        }

        string detail = _omitted == 0
            ? "The request does not fit the endpoint's parameters; see errors."
            : string.Create(CultureInfo.InvariantCulture, $"The request does not fit the endpoint's parameters; see errors, and {_omitted} more like them.");

        return ProblemResponse.WriteAsync(context, status, detail, errors);
    }
}
