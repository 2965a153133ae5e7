using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Benchmarks;

/// <summary>A program as a native binary.</summary>
internal sealed class NativeProgram(Framework framework, int endpoints, bool areAlike, string path)
{
    private static readonly byte[] Request = Encoding.ASCII.GetBytes("GET /controller0/endpoint0/1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    public Framework Framework => framework;

    public int Endpoints => endpoints;

    /// <summary>Whether all its endpoints have the same signature.</summary>
    public bool AreAlike => areAlike;

    public double Megabytes => new FileInfo(path).Length / 1e6;

    /// <summary>Writes and publishes it.</summary>
    public static NativeProgram Publish(string root, string repository, Framework framework, int endpoints, bool areAlike)
    {
        string folder = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"{framework}{endpoints}{(areAlike ? "" : "Own")}"));
        ProgramSource.Write(folder, repository, framework, endpoints, areAlike);
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(folder, "Program.csproj"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-nodeReuse:false",
                "--artifacts-path", Path.Combine(root, "artifacts", Path.GetFileName(folder)), "-o", Path.Combine(folder, "published"), "-v", "quiet",
            ]))!;
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? new(framework, endpoints, areAlike, Path.Combine(folder, "published", OperatingSystem.IsWindows() ? "Program.exe" : "Program"))
            : throw new InvalidOperationException($"{folder} was not published.");
    }

    /// <summary>Starts it and asks until it answers.</summary>
    /// <returns>The time from its start to the first byte of the first answer.</returns>
    public TimeSpan Start()
    {
        var address = FreeAddress();
        var start = new ProcessStartInfo(path, ["--urls", $"http://{address}", "--Logging:LogLevel:Default=None"]);
        long begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            AwaitAnswer(address);
            return Stopwatch.GetElapsedTime(begin);
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static IPEndPoint FreeAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }

    private static void AwaitAnswer(IPEndPoint address)
    {
        byte[] answer = new byte[4096];
        for (int attempt = 0; attempt < 20_000; attempt++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Connect(address);
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionRefused)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(0.5));
                continue;
            }

            socket.Send(Request);
            int count = socket.Receive(answer);
            if (!answer.AsSpan(0, count).StartsWith("HTTP/1.1 200 "u8))
            {
                throw new InvalidDataException(Encoding.ASCII.GetString(answer, 0, count));
            }

            return;
        }

        throw new InvalidDataException($"Nothing listens at {address}.");
    }
}
