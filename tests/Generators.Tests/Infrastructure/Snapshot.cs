using System.Runtime.CompilerServices;

namespace Upwire.Generators.Tests.Infrastructure;

/// <summary>
/// Compares a text with the file <c>Snapshots/NAME.verified.cs</c>. Where they differ, the text is written beside it as
/// <c>NAME.received.cs</c>: whoever meant the change puts it in the place of the other.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string actual, [CallerMemberName] string name = "", [CallerFilePath] string testFile = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        string verified = Path.Combine(folder, name + ".verified.cs");
        string received = Path.Combine(folder, name + ".received.cs");
        string expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"{name} is not as verified; see {received}.\n{Difference(expected.Split('\n'), actual.Split('\n'))}");
    }

    // From the first line that differs to the last: enough to see what happened, whatever the length of the file.
    private static string Difference(string[] expected, string[] actual)
    {
        int first = 0;
        while (first < expected.Length && first < actual.Length && expected[first] == actual[first])
        {
            first++;
        }

        int same = 0;
        while (same < expected.Length - first && same < actual.Length - first && expected[^(same + 1)] == actual[^(same + 1)])
        {
            same++;
        }

        return string.Join('\n', [
            $"@@ line {first + 1} @@",
            .. expected[first..^same].Select(static line => "- " + line),
            .. actual[first..^same].Select(static line => "+ " + line)]);
    }
}
