namespace Upwire.Aot.Tests;

/// <summary>The program that the linked tests talk to.</summary>
public sealed class IntegrationProgramTests(PublishFolder publishFolder)
{
    [Fact]
    public async Task It_is_built_without_a_warning_of_the_trimmer()
    {
        _ = NativeToolchain.Running(publishFolder);
        var (_, log) = await publishFolder.PublishAsync("tests/Integration.Tests.Native");
        NativeBuild.AssertClean(log);
    }
}
