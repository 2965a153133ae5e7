using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Upwire.Generators.Matching;

namespace Upwire.Analyzers.Tests.Matching;

/// <summary>Which constraints there are, and which of them can be made: as ASP.NET Core says.</summary>
public sealed class RouteConstraintTests
{
    private static readonly DefaultInlineConstraintResolver Resolver = new(Options.Create(Configure(new())), new ServiceCollection().BuildServiceProvider());

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
