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

    private RouteEndpoint Find(string pattern) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Single(endpoint => endpoint.RoutePattern.RawText == pattern);
}
