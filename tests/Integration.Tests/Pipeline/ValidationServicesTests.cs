using System.Net;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>An application may validate the endpoints of minimal APIs by ASP.NET Core's own means beside ours.</summary>
public sealed class ValidationServicesTests(Running<ValidatingApp> app) : IClassFixture<Running<ValidatingApp>>
{
    [Theory]
    [InlineData("/validation/page/50", 200)]
    [InlineData("/validation/page/51", 400)]
    public async Task Endpoints_of_ours_answer_as_without(string path, int status)
    {
        using var response = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Empty(await app.TakeFailuresAsync());
        if (status == 400)
        {
            await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        }
    }
}
