using System.Diagnostics;
using System.Net.Sockets;

namespace Upwire.Redis.Tests;

/// <summary>An nginx with the configuration of the sample Chat, on a port of 127.0.0.1.</summary>
internal sealed class ReverseProxy : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("upwire-nginx-");
    private readonly int _port = FreePort.Next();
    private Process? _process;

    private ReverseProxy()
    {
    }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Starts it before two nodes, and waits until it takes connections.</summary>
    public static async Task<ReverseProxy> StartAsync(string template, Uri first, Uri second)
    {
        // Debian has it where only administrators look.
        const string OfDebian = "/usr/sbin/nginx";
        string? program = InstalledProgram.Find("nginx") ?? (File.Exists(OfDebian) ? OfDebian : null);
        if (program is null)
        {
            InstalledProgram.Miss("nginx is not on the PATH.");
        }

        var proxy = new ReverseProxy();
        await proxy.RunAsync(program, template, first, second);
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await Within.Time(process.WaitForExitAsync(), "nginx has ended");
            process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private async Task RunAsync(string program, string template, Uri first, Uri second)
    {
        // As the image of nginx fills it in.
        string site = (await File.ReadAllTextAsync(template))
            .Replace("${LISTEN}", $"127.0.0.1:{_port}", StringComparison.Ordinal)
            .Replace("${CHAT_NODE_1}", first.Authority, StringComparison.Ordinal)
            .Replace("${CHAT_NODE_2}", second.Authority, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "site.conf"), site);
        string configuration = Path.Combine(_folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(
            configuration,
            $$"""
            daemon off;
            master_process off;
            pid {{_folder.FullName}}/nginx.pid;
            error_log {{_folder.FullName}}/error.log;
            events {}
            http {
                access_log off;
                client_body_temp_path {{_folder.FullName}}/body;
                proxy_temp_path {{_folder.FullName}}/proxy;
                fastcgi_temp_path {{_folder.FullName}}/fastcgi;
                uwsgi_temp_path {{_folder.FullName}}/uwsgi;
                scgi_temp_path {{_folder.FullName}}/scgi;
                include {{_folder.FullName}}/site.conf;
            }
            """);

        _process = Process.Start(new ProcessStartInfo(program, ["-p", _folder.FullName, "-e", $"{_folder.FullName}/error.log", "-c", configuration]))!;
        while (!await IsListeningAsync())
        {
            if (_process.HasExited)
            {
                Assert.Fail($"nginx has ended:\n{await File.ReadAllTextAsync($"{_folder.FullName}/error.log")}");
            }

            await Task.Yield();
        }
    }

    private async Task<bool> IsListeningAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(Address.Host, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
