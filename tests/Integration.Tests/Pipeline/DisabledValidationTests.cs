namespace Upwire.Integration.Tests.Pipeline;

public sealed class DisabledValidationTests(Running<UnvalidatedApp> app) : IClassFixture<Running<UnvalidatedApp>>
{
    [Fact]
    public async Task An_application_can_leave_validation_out() =>
        Assert.Equal("51 1 ", await app.Client.GetStringAsync("/validation/page/51", TestContext.Current.CancellationToken));
}
