using Microsoft.AspNetCore.Builder;

namespace Upwire.Integration.Tests.Routing;

public sealed class SetUpTests
{
    [Fact]
    public async Task MapUpwire_without_AddUpwire_says_what_to_do()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        var exception = Assert.Throws<InvalidOperationException>(() => app.MapUpwire());
        Assert.Contains("builder.Services.AddUpwire()", exception.Message, StringComparison.Ordinal);
    }
}
