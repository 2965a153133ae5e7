using System.Net;

namespace Upwire.Integration.Tests.Binding;

public sealed class TryParseTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Theory]
    [InlineData("/class/C12", "C/12")]
    [InlineData("/struct?value=1.5%25", "1.5")]
    [InlineData("/nullable-struct?value=1%25", "1")]
    [InlineData("/nullable-struct?value=", "null")]
    [InlineData("/nullable-struct", "null")]
    [InlineData("/array?value=A1&value=&value=B2", "A/1|null|B/2")]
    [InlineData("/array?value=A1&other=1%25&other=2%25", "A/1 2")]
    public async Task A_type_with_a_TryParse_binds(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync($"/try-parse{path}", TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("/class/x", "The route parameter 'value' is 'x'; a value of the type RoomCode is expected.")]
    [InlineData("/struct?value=1", "The query parameter 'value' is '1'; a value of the type Percentage is expected.")]
    [InlineData("/struct", "The query parameter 'value' is missing; a value of the type Percentage is expected.")]
    [InlineData("/array?value=A1&value=x", "The query parameter 'value' contains 'x'; a value of the type RoomCode is expected.")]
    public async Task A_type_with_a_TryParse_does_not_bind(string path, string message)
    {
        using var response = await app.Client.GetAsync($"/try-parse{path}", TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(message, problem.Only("value"));
    }
}
