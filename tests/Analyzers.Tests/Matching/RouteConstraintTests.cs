using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Upwire.Generators.Matching;

namespace Upwire.Analyzers.Tests.Matching;

/// <summary>Which constraints there are, and which of them can be made: as ASP.NET Core says.</summary>
public sealed class RouteConstraintTests
{
    private static readonly DefaultInlineConstraintResolver Resolver = new(Options.Create(Configure(new())), new ServiceCollection().BuildServiceProvider());

    private static readonly string[] Texts =
    [
        "0", "1", "-1", "+1", "2", "3", "5", " 1", "1 ", "007", "1,000", "1,0", "1.0", "1.", ".5", "1e3", "1E-3", "0x1", "\u0661", "1\0",
        "2147483647", "2147483648", "-2147483648", "9223372036854775807", "9223372036854775808", "79228162514264337593543950335", "79228162514264337593543950336",
        "1e400", "NaN", "Infinity", "-Infinity", "\u221e", "$1", "(1)", "true", "TRUE", " false ", "yes",
        "2026-01-31", "2026-02-30", "31.12.2026", "12/31/2026", "2026-01-31T10:00:00Z", "10:00", "January 2026",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "{3f2504e0-4f89-41d3-9a0c-0305e82c3301}", "(3F2504E04F8941D39A0C0305E82C3301)", "3f2504e04f8941d39a0c0305e82c3301", " 3f2504e04f8941d39a0c0305e82c3301 ",
        "x", "X", "ab", "abc", "abcd", "a1", "\u00e4", "\u212a", "\u017f", "\u0131", "\u0130", "a\n", "\n",
        "a.b", "a.", ".a", ".", "..", "a..", "a..b", "a.b.", "a.b..c", "a/b.c", "a.b/c", "a.b/", "a/.b", "a/b.",
    ];

    [Theory]
    [InlineData("int")]
    [InlineData("Int")]
    [InlineData(" int")]
    [InlineData("int ")]
    [InlineData("int()")]
    [InlineData("int( )")]
    [InlineData("itn")]
    [InlineData("(x)")]
    [InlineData("")]
    [InlineData("min(1)")]
    [InlineData("min( 1 )")]
    [InlineData("min (1)")]
    [InlineData("min(1) ")]
    [InlineData("min()")]
    [InlineData("min(1,2)")]
    [InlineData("min")]
    [InlineData("range( 1 , 5 )")]
    [InlineData("range(5,1)")]
    [InlineData("length( 3 )")]
    [InlineData("length(-3)")]
    [InlineData("regex(^[a-z]+$)")]
    [InlineData("regex( x )")]
    [InlineData("regex()")]
    [InlineData("regex")]
    [InlineData("required( )")]
    [InlineData("file")]
    public void Is_there_and_can_be_made_as_ASP_NET_Core_says(string text)
    {
        var constraint = RouteConstraint.Parse(text);

        Assert.Equal(Resolve(text), constraint.Fault is not null ? "wrong" : constraint.IsCustom ? "unknown" : "known");
    }

    [Theory]
    [InlineData("int")]
    [InlineData("long")]
    [InlineData("min(2)")]
    [InlineData("max(3)")]
    [InlineData("range(-1,5)")]
    [InlineData("bool")]
    [InlineData("datetime")]
    [InlineData("decimal")]
    [InlineData("double")]
    [InlineData("float")]
    [InlineData("guid")]
    [InlineData("alpha")]
    [InlineData("length(2)")]
    [InlineData("length(2,3)")]
    [InlineData("minlength(2)")]
    [InlineData("maxlength(3)")]
    [InlineData("required")]
    [InlineData("file")]
    [InlineData("nonfile")]
    [InlineData("regex(^[a-k]+$)")]
    public void Lets_the_texts_pass_that_ASP_NET_Core_does(string text)
    {
        var constraint = RouteConstraint.Parse(text);
        var expected = Resolver.ResolveConstraint(text)!;

        Assert.Equal(
            Texts.Where(value => expected.Match(null, null, "p", new() { ["p"] = value }, RouteDirection.IncomingRequest)),
            Texts.Where(constraint.IsMatch));
    }

    private static string Resolve(string text)
    {
        try
        {
            return Resolver.ResolveConstraint(text) is null ? "unknown" : "known";
        }
        catch (Exception exception) when (exception is RouteCreationException or ArgumentException)
        {
            return "wrong";
        }
    }

    // Without it there is no regex, as in slim applications.
    private static RouteOptions Configure(RouteOptions options)
    {
        options.SetParameterPolicy<Microsoft.AspNetCore.Routing.Constraints.RegexInlineRouteConstraint>("regex");
        return options;
    }
}
