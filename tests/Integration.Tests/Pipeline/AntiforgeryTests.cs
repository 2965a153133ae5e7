using System.Net;
using System.Text;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>Forms are guarded against forgery as ASP.NET Core guards those of minimal APIs.</summary>
public sealed class AntiforgeryTests(Running<AntiforgeryApp> app, Running<UnguardedFormsApp> unguarded)
    : IClassFixture<Running<AntiforgeryApp>>, IClassFixture<Running<UnguardedFormsApp>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/guarded/field", "name")]
    [InlineData("/guarded/parts", "Name")]
    public async Task Without_a_token_a_form_is_refused(string path, string parameter)
    {
        using var response = await PostAsync(path);
        Assert.Equal("The form's anti-forgery token is missing or not valid.", (await Problem.ReadAsync(response, HttpStatusCode.BadRequest)).Only(parameter));
    }

    [Fact]
    public async Task Without_a_token_a_file_is_refused()
    {
        using var content = new MultipartFormDataContent { { new StringContent("data"), "file", "a.txt" } };
        using var response = await app.Client.PostAsync("/guarded/file", content, Stop);
        Assert.Equal("The form's anti-forgery token is missing or not valid.", (await Problem.ReadAsync(response, HttpStatusCode.BadRequest)).Only("file"));
    }

    [Fact]
    public async Task With_its_token_a_form_is_taken()
    {
        string token = await app.Client.GetStringAsync("/token", Stop);
        using var response = await PostAsync("/guarded/field", token);
        Assert.Equal("a", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task An_endpoint_can_leave_the_check_out()
    {
        using var response = await PostAsync("/guarded/free");
        Assert.Equal("a", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task An_application_can_leave_the_check_out()
    {
        using var content = new FormUrlEncodedContent([new("name", "a")]);
        using var response = await unguarded.Client.PostAsync("/guarded/field", content, Stop);
        Assert.Equal("a", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task What_is_no_form_is_not_checked()
    {
        using var content = new StringContent("""{"x":1,"y":2}""", Encoding.UTF8, "application/json");
        using var response = await app.Client.PostAsync("/guarded/json", content, Stop);
        Assert.Equal("1", await response.Content.ReadAsStringAsync(Stop));
    }

    private Task<HttpResponseMessage> PostAsync(string path, string? token = null)
    {
        var fields = new Dictionary<string, string> { ["name"] = "a" };
        if (token is not null)
        {
            fields.Add("__RequestVerificationToken", token);
        }

        return app.Client.PostAsync(path, new FormUrlEncodedContent(fields), Stop);
    }
}
