using System.Reflection;

namespace Upwire.Samples.Tests;

/// <summary>A sample as it is started by who tries it out.</summary>
internal static class Sample
{
    public static Task<ServerProcess> StartAsync(string name, Dictionary<string, string>? environment = null)
    {
        string program = typeof(Sample).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == name).Value!;
        return ServerProcess.StartAsync("dotnet", [program], environment: environment);
    }
}
