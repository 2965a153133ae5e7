using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire.Integration.Tests.Controllers;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnswersAttribute(int statusCode, string contentType) : Attribute, IProducesResponseTypeMetadata
{
    public Type? Type => typeof(void);

    public int StatusCode => statusCode;

    public IEnumerable<string> ContentTypes => [contentType];
}
