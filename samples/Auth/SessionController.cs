using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Upwire;

namespace Auth;

/// <summary>Signing in, as whoever you say you are: how an application knows that is not this sample's matter.</summary>
public sealed class SessionController(Tokens tokens, TimeProvider time)
{
    [HttpPost("/token")]
    public string Token(SignIn signIn) => tokens.Issue(signIn.User, TimeSpan.FromSeconds(signIn.Seconds));

    [HttpPost("/cookie")]
    public Task Cookie(SignIn signIn, HttpContext context)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, signIn.User)], CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties { ExpiresUtc = time.GetUtcNow().AddSeconds(signIn.Seconds) };
        return context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new(identity), properties);
    }

    [HttpDelete("/cookie")]
    public Task SignOut(HttpContext context) => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
}
