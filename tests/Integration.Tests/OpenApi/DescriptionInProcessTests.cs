using System.Text.Json;

namespace Upwire.Integration.Tests.OpenApi;

/// <summary>What descriptions are made of.</summary>
public sealed class DescriptionInProcessTests(Running<OpenApiApp> app, Running<ContractsOnlyApp> contractsOnly) : IClassFixture<Running<OpenApiApp>>, IClassFixture<Running<ContractsOnlyApp>>
{
    // Not the types of parameters, of sequences and of events, nor what is inside them.
    [Fact]
    public async Task No_contracts_are_needed_but_of_what_is_read_and_written_as_JSON()
    {
        var expected = await DocumentAsync(app);
        var actual = await DocumentAsync(contractsOnly);
        foreach (string part in (ReadOnlySpan<string>)["paths", "components"])
        {
            Assert.Equal(expected.GetProperty(part).GetRawText(), actual.GetProperty(part).GetRawText());
        }
    }

    private static async Task<JsonElement> DocumentAsync(TestedApp app) =>
        JsonElement.Parse(await app.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
}
