using System.Security.Claims;
using Upwire;

public interface IClock
{
    DateTimeOffset Now { get; }
}

public sealed record Filter(string? Text, [property: FromHeader(Name = "Accept-Language")] string? Language);

public sealed class Bookings(IClock clock)
{
    [HttpGet("/bookings")]
    public string List(
        [AsParameters] Filter filter,
        [FromQuery(Name = "q")] string[] terms,
        IClock other,
        ClaimsPrincipal user,
        HttpContext context,
        CancellationToken stop) => $"{clock.Now} {other.Now} {filter} {terms.Length} {user.Identity?.Name} {context.TraceIdentifier} {stop.IsCancellationRequested}";

    [HttpPost("/bookings/<day>")]
    public string Add(DateOnly day, [FromForm] string name, IFormFile? picture) => $"{day}: {name} {picture?.Length}";
}
