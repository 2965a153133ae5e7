using System.Net;
using System.Text;

namespace Upwire.Integration.Tests.Binding;

/// <summary>What the form that a body is makes.</summary>
public sealed class FormTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/fields", "name=a+b&age=7&e-mail=m%40x", "a b 7 m@x 3")]
    [InlineData("/fields", "NAME=a&age=7&size=5", "a 7 null 5")]
    [InlineData("/array", "ids=1&ids=2", "1,2")]
    [InlineData("/array", "", "")]
    [InlineData("/optional", "", "null")]
    [InlineData("/optional", "name=", "")]
    [InlineData("/whole", "b=2&a=1&a=3", "a=1,3 b=2")]
    [InlineData("/whole-or-none", "a=1", "1")]
    [InlineData("/files", "a=1", "")]
    [InlineData("/file-or-none", "file=1", "null")]
    [InlineData(
        "/object",
        "title=t&isDone=true&isDone=false&due=2026-01-02&address.street=s&address.number=5&items[0].name=i&items[1].name=j&items[1].count=2&labels[color]=red",
        """{"title":"t","isDone":true,"due":"2026-01-02","address":{"street":"s","number":5},"items":[{"name":"i","count":1},{"name":"j","count":2}],"labels":{"color":"red"}}""")]
    [InlineData("/object", "todo.title=t", """{"title":"t","isDone":false,"due":null,"address":null,"items":[],"labels":{}}""")]
    [InlineData("/objects", "todos[0].title=a&todos[1].title=b", "a,b")]
    [InlineData("/objects", "[0].title=a&[1].title=b", "a,b")]
    public async Task Fields_bind(string path, string body, string expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await app.Client.PostAsync("/form" + path, content, Stop);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("/file", "file,title", "a.txt v data")]
    [InlineData("/named-file", "picture", "a.txt")]
    [InlineData("/files", "a,b", "a.txt,a.txt")]
    [InlineData("/file-or-none", "file", "a.txt")]
    [InlineData("/some-files", "pictures,pictures,others", "a.txt,a.txt a.txt")]
    [InlineData("/some-files", "others", " a.txt")]
    [InlineData("/with-file", "title,file,more,more", "v a.txt 2")]
    [InlineData("/with-file", "picture.title,picture.file", "v a.txt 0")]
    public async Task Files_bind(string path, string names, string expected)
    {
        using var content = new MultipartFormDataContent();
        foreach (string name in names.Split(','))
        {
            if (name.EndsWith("title", StringComparison.Ordinal))
            {
                content.Add(new StringContent("v"), name);
            }
            else
            {
                content.Add(new StringContent("data"), name, "a.txt");
            }
        }

        using var response = await app.Client.PostAsync("/form" + path, content, Stop);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("/fields", "age=7", "name", "The form field 'name' is missing; a text is expected.")]
    [InlineData("/fields", "name=a&age=x", "age", "The form field 'age' is 'x'; an integer is expected.")]
    [InlineData("/array", "ids=x", "ids", "The form field 'ids' contains 'x'; an integer is expected.")]
    [InlineData("/file", "file=1", "file", "The form field 'file' is missing; a file is expected.")]
    [InlineData("/object", "other=1", "Title", "The form field 'Title' is missing; a text is expected.")]
    [InlineData("/object", "title=t&address.street=s", "Address.Number", "The form field 'Address.Number' is missing; an integer is expected.")]
    [InlineData("/object", "title=t&items[0].count=1", "Items[0].Name", "The form field 'Items[0].Name' is missing; a text is expected.")]
    public async Task What_does_not_fit_is_told(string path, string body, string parameter, string message)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await app.Client.PostAsync("/form" + path, content, Stop);
        Assert.Equal(message, (await Problem.ReadAsync(response, HttpStatusCode.BadRequest)).Only(parameter));
    }

    [Theory]
    [InlineData("/fields", "name")]
    [InlineData("/file", "file")]
    [InlineData("/whole", "form")]
    [InlineData("/object", "todo")]
    public async Task Without_a_body_that_alone_is_told(string path, string parameter)
    {
        using var response = await app.Client.PostAsync("/form" + path, content: null, Stop);
        Assert.Equal("The request has no body; a form is expected.", (await Problem.ReadAsync(response, HttpStatusCode.BadRequest)).Only(parameter));
    }

    [Theory]
    [InlineData("/optional", "null")]
    [InlineData("/whole-or-none", "null")]
    [InlineData("/file-or-none", "null")]
    public async Task A_body_that_is_optional_may_be_missing(string path, string expected)
    {
        using var response = await app.Client.PostAsync("/form" + path, content: null, Stop);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("/fields", "name")]
    [InlineData("/optional", "name")]
    public async Task A_body_of_another_type_is_a_415(string path, string parameter)
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await app.Client.PostAsync("/form" + path, content, Stop);
        Assert.Equal(
            "The body's Content-Type is 'application/json; charset=utf-8'; multipart/form-data or application/x-www-form-urlencoded is expected.",
            (await Problem.ReadAsync(response, HttpStatusCode.UnsupportedMediaType)).Only(parameter));
    }

    [Fact]
    public async Task A_compressed_form_is_a_415()
    {
        using var content = new StringContent("name=n", Encoding.UTF8, "application/x-www-form-urlencoded") { Headers = { { "Content-Encoding", "gzip" } } };
        using var response = await app.Client.PostAsync("/form/fields", content, Stop);
        Assert.Equal(
            "The body's Content-Encoding is 'gzip'; a body that is not compressed is expected.",
            (await Problem.ReadAsync(response, HttpStatusCode.UnsupportedMediaType)).Only("name"));
        Assert.Equal(["identity"], response.Headers.GetValues("Accept-Encoding"));
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_a_400()
    {
        using var content = new StringContent("no parts", Encoding.UTF8);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        using var response = await app.Client.PostAsync("/form/file", content, Stop);
        Assert.StartsWith("The body could not be read to its end.", (await Problem.ReadAsync(response, HttpStatusCode.BadRequest)).Only("file"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_too_many_fields_is_a_400()
    {
        using var content = new StringContent(string.Join('&', Enumerable.Range(0, 1025).Select(static i => $"f{i}=1")), Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await app.Client.PostAsync("/form/fields", content, Stop);
        Assert.StartsWith("The form cannot be read: ", (await Problem.ReadAsync(response, HttpStatusCode.BadRequest)).Only("name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_lies_deeper_than_the_limit()
    {
        string path = string.Concat(Enumerable.Repeat("next.", 70));
        string body = string.Join('&', Enumerable.Range(0, 71).Select(depth => $"{path[..(depth * 5)]}name=n"));
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await app.Client.PostAsync("/form/tree", content, Stop);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains(problem.Errors!.Values, static messages => messages[0].EndsWith("lies more than 64 levels deep.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_methods_take_forms_too()
    {
        using var content = new StringContent("name=a", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var put = await app.Client.PutAsync("/form/put", content, Stop);
        Assert.Equal("a", await put.Content.ReadAsStringAsync(Stop));
        Assert.Equal("null", await app.Client.GetStringAsync("/form/get", Stop));
    }
}
