using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Upwire.Integration.Tests.Apps;

/// <summary>Believes a header that names the user: <c>X-User: ann</c> or <c>X-User: ann admin</c>.</summary>
public sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Header";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string[] words = Request.Headers["X-User"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var claims = words[1..].Select(role => new Claim(ClaimTypes.Role, role)).Append(new(ClaimTypes.Name, words[0]));
        var user = new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName));
        return Task.FromResult(AuthenticateResult.Success(new(user, SchemeName)));
    }
}
