using System.Text.Json;

namespace Upwire.Integration.Tests.OpenApi;

public sealed class DescriptionTests(Running<OpenApiApp> app) : IClassFixture<Running<OpenApiApp>>
{
    [Theory]
    [InlineData("id", "path", true, "Which one.")]
    [InlineData("fields", "query", false, "What to show of it.")]
    [InlineData("page", "query", false, "Where to begin.")]
    [InlineData("color", "query", true, "Its color.")]
    [InlineData("X-Tenant", "header", true, null)]
    [InlineData("User-Agent", "header", false, null)]
    [InlineData("sizes", "query", false, "Its sizes.")]
    public async Task A_parameter_has_its_name_source_requirement_and_documentation(string name, string source, bool isRequired, string? description)
    {
        var parameter = Parameter(await DescribeAsync("/described/points/{id}", "get"), name);

        Assert.Equal(source, parameter.GetProperty("in").GetString());
        Assert.Equal(isRequired, parameter.TryGetProperty("required", out var required) && required.GetBoolean());
        Assert.Equal(description, parameter.TryGetProperty("description", out var text) ? text.GetString() : null);
    }

    [Fact]
    public async Task A_parameter_has_its_constraint_and_its_default()
    {
        var operation = await DescribeAsync("/described/points/{id}", "get");

        Assert.Equal(1, Parameter(operation, "id").GetProperty("schema").GetProperty("minimum").GetInt32());
        Assert.Equal(1, Parameter(operation, "page").GetProperty("schema").GetProperty("default").GetInt32());
    }

    [Theory]
    [InlineData("/described/points/{id}", "get", "200 application/json, 404 application/problem+json, 400 application/problem+json")]
    [InlineData("/described/points", "post", "201 application/json, 400 application/problem+json")]
    [InlineData("/described/points", "put", "204 , 404 , 400 application/problem+json")]
    [InlineData("/described/text", "get", "200 text/plain")]
    [InlineData("/described/text-or-404", "get", "200 text/plain, 404 application/problem+json")]
    [InlineData("/described/all", "delete", "200 ")]
    [InlineData("/described/anything", "get", "202 ")]
    public async Task An_endpoint_has_its_responses(string path, string method, string expected)
    {
        var responses = (await DescribeAsync(path, method)).GetProperty("responses").EnumerateObject();

        Assert.Equal(expected, string.Join(", ", responses.Select(response => $"{response.Name} {ContentType(response.Value)}")));
    }

    [Theory]
    [InlineData("post", true)]
    [InlineData("put", false)]
    public async Task A_body_has_its_schema_and_whether_it_is_required(string method, bool isRequired)
    {
        var body = (await DescribeAsync("/described/points", method)).GetProperty("requestBody");

        Assert.Equal(isRequired, body.TryGetProperty("required", out var required) && required.GetBoolean());
        Assert.Contains("#/components/schemas/Point", body.GetProperty("content").GetProperty("application/json").GetRawText());
    }

    [Theory]
    [InlineData("/described/letters/{id}", "id path required, Text query, X-Tenant header required, Page query")]
    [InlineData("/described/search", "Text query required, Sizes query, Range.From query, Range.To query")]
    public async Task What_is_taken_apart_is_told_by_its_parts(string path, string expected)
    {
        var parameters = (await DescribeAsync(path, "get")).GetProperty("parameters").EnumerateArray();

        Assert.Equal(expected, string.Join(", ", parameters.Select(static parameter =>
            $"{parameter.GetProperty("name")} {parameter.GetProperty("in")}{(parameter.TryGetProperty("required", out var required) && required.GetBoolean() ? " required" : "")}")));
    }

    [Theory]
    [InlineData("/described/uploads", "multipart/form-data", "file,more,title,size")]
    [InlineData("/described/forms", "multipart/form-data application/x-www-form-urlencoded", "Text,Attached,Copies")]
    public async Task A_form_is_told_by_its_fields(string path, string contentTypes, string fields)
    {
        var content = (await DescribeAsync(path, "post")).GetProperty("requestBody").GetProperty("content");

        Assert.Equal(contentTypes, string.Join(' ', content.EnumerateObject().Select(static format => format.Name)));
        var parts = content.GetProperty("multipart/form-data").GetProperty("schema").GetProperty("allOf").EnumerateArray();
        Assert.Equal(fields, string.Join(',', parts.SelectMany(static part => part.GetProperty("properties").EnumerateObject()).Select(static field => field.Name)));
    }

    [Theory]
    [InlineData("/described/uploads", "file,more,title")]
    [InlineData("/described/forms", "Text")]
    [InlineData("/described/lists", "sizes,files")]
    public async Task A_form_tells_what_it_must_have(string path, string required)
    {
        var content = (await DescribeAsync(path, "post")).GetProperty("requestBody").GetProperty("content");

        Assert.Equal(required, string.Join(',', content.GetProperty("multipart/form-data").GetProperty("schema").GetProperty("required").EnumerateArray()));
    }

    [Fact]
    public async Task The_whole_form_is_any_fields()
    {
        var content = (await DescribeAsync("/described/form", "post")).GetProperty("requestBody").GetProperty("content");

        Assert.Equal("string", content.GetProperty("multipart/form-data").GetProperty("schema").GetProperty("additionalProperties").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Services_and_parts_of_the_request_are_no_parameters() =>
        Assert.False((await DescribeAsync("/described/text", "get")).TryGetProperty("parameters", out _));

    [Fact]
    public async Task Names_summaries_and_tags_are_the_attributes_and_the_documentation()
    {
        var find = await DescribeAsync("/described/points/{id}", "get");

        Assert.Equal("FindPoint", find.GetProperty("operationId").GetString());
        Assert.Equal("Finds a point.", find.GetProperty("summary").GetString());
        Assert.Equal("described", find.GetProperty("tags")[0].GetString());
        Assert.Equal("Adds a point", (await DescribeAsync("/described/points", "post")).GetProperty("summary").GetString());
    }

    // Nor is HEAD, where nobody wrote it.
    [Fact]
    public async Task A_WebSocket_is_no_operation()
    {
        var path = (await DocumentAsync()).GetProperty("paths").GetProperty("/described/text");

        Assert.Equal("get", Assert.Single(path.EnumerateObject()).Name);
    }

    private static JsonElement Parameter(JsonElement operation, string name) =>
        operation.GetProperty("parameters").EnumerateArray().Single(parameter => parameter.GetProperty("name").GetString() == name);

    private static string ContentType(JsonElement response) =>
        response.TryGetProperty("content", out var content) ? Assert.Single(content.EnumerateObject()).Name : "";

    private async Task<JsonElement> DescribeAsync(string path, string method) =>
        (await DocumentAsync()).GetProperty("paths").GetProperty(path).GetProperty(method);

    private async Task<JsonElement> DocumentAsync()
    {
        string json = await app.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        return JsonElement.Parse(json);
    }
}
