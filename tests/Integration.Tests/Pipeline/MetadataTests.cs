using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Pipeline;

public sealed class MetadataTests(UpwireApp app) : IClassFixture<UpwireApp>
{
    [Fact]
    public void The_attributes_of_the_class_come_before_those_of_the_method()
    {
        var endpoint = Find("/members/open");
        Assert.Equal(["class", "method"], endpoint.Metadata.OfType<ITagsMetadata>().SelectMany(tags => tags.Tags));
        Assert.Equal(["method"], endpoint.Metadata.GetMetadata<ITagsMetadata>()!.Tags);
    }

    [Fact]
    public void The_attributes_of_the_base_class_come_before_those_of_the_class()
    {
        var metadata = Find("/admin").Metadata.Where(item => item is IAuthorizeData or ITagsMetadata).ToArray();
        Assert.Equal("admin", Assert.IsType<AuthorizeAttribute>(metadata[0]).Roles);
        Assert.IsType<TagsAttribute>(metadata[1]);
        Assert.Equal(2, metadata.Length);
    }

    [Theory]
    [InlineData("/tenants/one", "tenant of One", "One")]
    [InlineData("/tenants/part", "Left of Left", "Part")]
    public void The_type_of_a_parameter_tells_of_it_and_of_the_endpoint(string pattern, params string[] tags) =>
        Assert.Equal(tags, Find(pattern).Metadata.OfType<ITagsMetadata>().SelectMany(tags => tags.Tags));

    [Theory]
    [InlineData("/results/text", "200 String text/plain")]
    [InlineData("/results/json", "200 Point application/json")]
    [InlineData("/results/nullable", "200 Point application/json", "404 ProblemDetails application/problem+json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/results/nullable-number", "200 Int32 application/json", "404 ProblemDetails application/problem+json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/results/task-nullable", "200 Point application/json", "404 ProblemDetails application/problem+json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/results/result")]
    [InlineData("/results/void", "200 Void ")]
    [InlineData("/results/typed", "201 Point application/json")]
    [InlineData("/results/value-task-either", "200 Point application/json", "404 Void ", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/binary/bytes", "200 Stream application/octet-stream")]
    [InlineData("/binary/nullable-pipe", "200 Stream application/octet-stream", "404 ProblemDetails application/problem+json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/sequence/points", "200 IAsyncEnumerable`1 application/json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/sequence/events/text", "200 SseItem`1 text/event-stream")]
    [InlineData("/described", "200 Described application/json", "202 Void text/x-type", "203 Void text/x-class", "204 Void text/x-method")]
    public void An_endpoint_says_what_it_answers(string pattern, params string[] answers) =>
        Assert.Equal(
            answers,
            Find(pattern).Metadata.OfType<IProducesResponseTypeMetadata>().Select(answer => $"{answer.StatusCode} {answer.Type?.Name} {string.Join(' ', answer.ContentTypes)}"));

    private RouteEndpoint Find(string pattern) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(endpoint => endpoint.RoutePattern.RawText == pattern);
}
