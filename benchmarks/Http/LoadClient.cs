using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks;

/// <summary>Sends one request over and over, some at a time on each connection, and reads the answers: cheap enough never to be what is waited for.</summary>
internal sealed class LoadClient(Uri server, Row row)
{
    private const int Connections = 8;
    private const int InFlight = 16;

    private readonly byte[] _batch = [.. Enumerable.Repeat(Request(server, row), InFlight).SelectMany(static bytes => bytes)];

    /// <summary>Runs for a while.</summary>
    /// <returns>The number of answers, and the time they took.</returns>
    public (long Count, TimeSpan Time) Run(TimeSpan duration)
    {
        long count = 0;
        Exception? failure = null;
        long begin = Stopwatch.GetTimestamp();
        var threads = Enumerable.Range(0, Connections).Select(_ => new Thread(() =>
        {
            try
            {
                Interlocked.Add(ref count, RunConnection(begin, duration));
            }
            catch (Exception exception) when (exception is SocketException or InvalidDataException)
            {
                failure = exception;
            }
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        return failure is null ? (count, Stopwatch.GetElapsedTime(begin)) : throw new InvalidOperationException($"{row.Name}: {failure.Message}", failure);
    }

    private static byte[] Request(Uri server, Row row)
    {
        string content = row.Body.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {row.Body.Length}\r\n");
        return [.. Encoding.ASCII.GetBytes($"{row.Method} {row.Path}{row.Query} HTTP/1.1\r\nHost: {server.Authority}\r\n{content}\r\n"), .. row.Body];
    }

    private long RunConnection(long begin, TimeSpan duration)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(server.Host, server.Port);
        byte[] answers = new byte[64 * 1024];
        socket.Send(_batch.AsSpan(0, _batch.Length / InFlight));
        int length = ReadOne(socket, answers);
        long count = 1;
        while (Stopwatch.GetElapsedTime(begin) < duration)
        {
            socket.Send(_batch);
            for (int read = 0; read < length * InFlight;)
            {
                int received = socket.Receive(answers.AsSpan(read, (length * InFlight) - read));
                read += received > 0 ? received : throw new InvalidDataException("The server closed the connection.");
            }

            for (int i = 0; i < InFlight; i++)
            {
                Check(answers.AsSpan(i * length, length));
            }

            count += InFlight;
        }

        return count;
    }

    // All answers to one request are of one length: the date is.
    private static int ReadOne(Socket socket, byte[] answer)
    {
        for (int length = 0; ;)
        {
            int received = socket.Receive(answer.AsSpan(length));
            length += received > 0 ? received : throw new InvalidDataException("The server closed the connection.");
            if (IsWhole(Encoding.ASCII.GetString(answer, 0, length)))
            {
                Check(answer.AsSpan(0, length));
                return length;
            }
        }
    }

    private static bool IsWhole(string answer)
    {
        const string Length = "Content-Length: ";
        int end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        int length = answer.IndexOf(Length, 0, end, StringComparison.OrdinalIgnoreCase);
        return length < 0
            ? answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal)
            : answer.Length - end - 4 == int.Parse(answer.AsSpan()[(length + Length.Length)..answer.IndexOf("\r\n", length, StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }

    private static void Check(ReadOnlySpan<byte> answer)
    {
        if (!answer.StartsWith("HTTP/1.1 200 "u8))
        {
            throw new InvalidDataException(Encoding.ASCII.GetString(answer));
        }
    }
}
