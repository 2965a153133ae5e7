using System.Net;
using System.Text;

namespace Upwire.Integration.Tests.Binding;

/// <summary>What annotations ask of a request.</summary>
public sealed class ValidationTests(Running<ServicesApp> app) : IClassFixture<Running<ServicesApp>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET /page/5?page=2&sort=abc", "5 2 abc")]
    [InlineData("GET /page/50", "50 1 ")]
    [InlineData("GET /ids?ids=1&ids=2", "2 ")]
    [InlineData("GET /parts?from=1&to=2", "1-2")]
    [InlineData("""POST /orders {"name":"abc","count":1}""", "abc")]
    [InlineData("""POST /orders {"name":"abc","count":1,"e-mail":"a@b","address":{"street":"s"},"items":[{"name":"ab"}],"extras":{"x":{"name":"ab"}},"free":{"name":"a"}}""", "abc")]
    [InlineData("""POST /orders-list [{"name":"abc","count":1}]""", "1")]
    [InlineData("""POST /skipped {"name":"abcdefgh","count":1}""", "abcdefgh")]
    [InlineData("""POST /shape {"$type":"disc","name":"a","radius":5}""", "Disc")]
    [InlineData("""POST /tree {"children":[{"name":"a"}]}""", "1")]
    [InlineData("""POST /library {"name":"abc"}""", "abc")]
    [InlineData("""POST /password {"first":"a","second":"a"}""", "a")]
    [InlineData("""POST /stock {"name":"hello"}""", "hello")]
    [InlineData("""POST /price {"amount":1.5}""", "1.5")]
    public async Task What_is_valid_gets_through(string request, string expected)
    {
        using var response = await SendAsync(request);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("GET /page/51", "size: The field size must be between 1 and 50.")]
    [InlineData("GET /page/0?page=101&sort=ABCD", "page: The field page must be between 1 and 100.|size: The field size must be between 1 and 50.|sort: The field sort must be a string with a maximum length of 3., The field sort must match the regular expression '^[a-z]*$'.")]
    [InlineData("GET /ids?ids=1&ids=2&ids=3", "ids: The field ids must be a string or array type with a maximum length of '2'.")]
    [InlineData("GET /parts?from=11&to=2", "From: The field From must be between 0 and 10.|To: The end lies before the beginning.")]
    [InlineData("GET /parts?from=5&to=2", "To: The end lies before the beginning.")]
    [InlineData("""POST /orders {"name":"","count":1}""", "name: The Name field is required.")]
    [InlineData("""POST /orders {"name":"abcdef","count":11}""", "count: The field Count must be between 1 and 10.|name: The field Name must be a string with a maximum length of 5.")]
    [InlineData("""POST /orders {"name":"abc","count":1,"e-mail":"a","address":{"street":"","number":1000}}""", "address.number: House numbers go from 1 to 999.|address.street: The the street field is required.|e-mail: The Mail field is not a valid e-mail address.")]
    [InlineData("""POST /orders {"name":"abc","count":1,"items":[{"name":"ab"},{"name":"a"}],"extras":{"x":{"name":"a"}}}""", "extras[x].name: The field Name must be a string or array type with a minimum length of '2'.|items[1].name: The field Name must be a string or array type with a minimum length of '2'.")]
    [InlineData("POST /orders-list []", "orders: The field orders must be a string or array type with a minimum length of '1'.")]
    [InlineData("""POST /orders-list [{"name":"abc","count":0}]""", "[0].count: The field Count must be between 1 and 10.")]
    [InlineData("""POST /shape {"$type":"disc","radius":6}""", "name: The Name field is required.|radius: The field Radius must be between 1 and 5.")]
    [InlineData("""POST /shape {"$type":"square"}""", "name: The Name field is required.")]
    [InlineData("""POST /tree {"children":[{"children":[{"name":"abcd"}]}]}""", "children[0].children[0].name: The field Name must be a string or array type with a maximum length of '3'.")]
    [InlineData("""POST /library {"name":"abcd"}""", "name: The field Name must be a string with a maximum length of 3.")]
    [InlineData("""POST /password {"first":"a","second":"b"}""", "second: 'Second' and 'First' do not match.")]
    [InlineData("""POST /stock {"name":"z"}""", "stocked: There is none left.")]
    [InlineData("""POST /price {"amount":0}""", "amount: The field Amount must be between 0.01 and 99.99.")]
    public async Task What_is_not_valid_is_told(string request, string expected)
    {
        using var response = await SendAsync(request);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(expected, string.Join('|', problem.Errors!.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}: {string.Join(", ", pair.Value)}")));
    }

    [Fact]
    public async Task What_does_not_bind_is_told_before_what_is_not_valid()
    {
        using var response = await SendAsync("GET /page/51?page=x");
        Assert.Equal("The query parameter 'page' is 'x'; an integer is expected.", (await Problem.ReadAsync(response, HttpStatusCode.BadRequest)).Only("page"));
    }

    [Fact]
    public async Task Fields_of_a_form_have_their_own_names()
    {
        using var content = new FormUrlEncodedContent([new("name", "abcdef"), new("count", "1"), new("address.street", "s"), new("address.number", "1000")]);
        using var response = await app.Client.PostAsync("/validation/form", content, Stop);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["Address.Number", "Name"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_lies_deeper_than_the_limit()
    {
        string body = string.Concat(Enumerable.Repeat("""{"children":[""", 25)) + string.Concat(Enumerable.Repeat("]}", 25));
        using var response = await SendAsync("POST /tree " + body);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("The value lies more than 32 levels deep.", Assert.Single(Assert.Single(problem.Errors!).Value));
    }

    [Fact]
    public async Task A_connection_is_validated_before_the_upgrade()
    {
        using var refused = await app.SendUpgradeAsync("/validation/socket?seat=6");
        Assert.Equal("The field seat must be between 1 and 5.", (await Problem.ReadAsync(refused, HttpStatusCode.BadRequest)).Only("seat"));

        using var socket = await app.ConnectAsync("/validation/socket?seat=5");
        Assert.Equal("seat 5", await socket.ReceiveAsync());
    }

    private async Task<HttpResponseMessage> SendAsync(string request)
    {
        string[] parts = request.Split(' ', 3);
        using var message = new HttpRequestMessage(new HttpMethod(parts[0]), "/validation" + parts[1]);
        if (parts.Length == 3)
        {
            message.Content = new StringContent(parts[2], Encoding.UTF8, "application/json");
        }

        return await app.Client.SendAsync(message, Stop);
    }
}
