using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.RawWebSocketAnalyzer, Upwire.CodeFixes.AwaitSendCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mend of UPW0052, where a raw WebSocket sends twice at once.</summary>
public sealed class AwaitSendCodeFixTests
{
    [Fact]
    public Task Awaits_what_was_forgotten() => Test.RunAsync(
        Program(
            """
            // A greeting.
            _ = {|UPW0052:socket.SendAsync(data, WebSocketMessageType.Text, true, default)|}; // kept
            foreach (byte each in data)
            {
                _ = {|UPW0052:socket.SendAsync(data.AsMemory(), WebSocketMessageType.Text, true, default)|};
            }
            """),
        Program(
            """
            // A greeting.
            await socket.SendAsync(data, WebSocketMessageType.Text, true, default); // kept
            foreach (byte each in data)
            {
                await socket.SendAsync(data.AsMemory(), WebSocketMessageType.Text, true, default);
            }
            """));

    [Theory]
    [InlineData("await Task.WhenAll(SEND, {|UPW0052:SEND|});")]
    [InlineData("await Task.WhenAll(data.Select(each => {|UPW0052:SEND|}));")]
    [InlineData("void Send() { _ = {|UPW0052:SEND|}; _ = {|UPW0052:SEND|}; _ = SEND; }\n        Send();")]
    [InlineData("Action send = () => { _ = {|UPW0052:SEND|}; _ = SEND; };")]
    [InlineData("lock (data) { _ = {|UPW0052:SEND|}; _ = SEND; }")]
    public Task Offers_nothing_where_it_cannot_be_awaited(string statements)
    {
        string program = Program(statements.Replace("SEND", "socket.SendAsync(data, WebSocketMessageType.Text, true, default)", StringComparison.Ordinal));
        return Test.RunAsync(program, program);
    }

    private static string Program(string statements) =>
        $$"""
        using System;
        using System.Linq;
        using System.Net.WebSockets;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;

        public static class Echo
        {
            public static async Task Run(HttpContext context, byte[] data)
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        """;
}
