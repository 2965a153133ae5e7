namespace Upwire.Analyzers.Tests;

/// <summary>Services of every shape are resolved, for handlers and for constructors.</summary>
public sealed class ServiceShapeTests
{
    [Fact]
    public Task Keys_of_every_kind() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using Microsoft.Extensions.DependencyInjection; using System; using Upwire;
        public interface IFoo {}
        public class A([FromKeyedServices("q\"")] IFoo a, [FromKeyedServices(DayOfWeek.Friday)] IFoo? b) { [HttpGet("/a")] public string X([FromKeyedServices(typeof(System.Collections.Generic.List<>))] IFoo f, [FromKeyedServices(typeof(int?))] IFoo? g, [FromKeyedServices((byte)3)] IFoo h, [FromKeyedServices(null)] IFoo i, [FromKeyedServices(1.5)] IFoo j) => "" + a + b; }
        """);

    [Fact]
    public Task An_inherited_key() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using Microsoft.Extensions.DependencyInjection; using System; using Upwire;
        public interface IFoo {}
        public class A([FromKeyedServices] IFoo a) { [HttpGet("/a")] public string X() => "" + a; }
        """);

    [Fact]
    public Task The_key_itself() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using Microsoft.Extensions.DependencyInjection; using System; using Upwire;
        public class A([ServiceKey] string a) { [HttpGet("/a")] public string X() => "" + a; }
        """);

    [Fact]
    public Task Delegates() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/b")] public string X([FromServices] Func<int> u) => ""; }
        """);

    [Fact]
    public Task Defaults_instead_of_services() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A(string y = "k", IServiceProvider? z = null) { [HttpGet("/a")] public string X([FromServices] string s = "d\"") => "" + y + z + s; }
        """);

    [Fact]
    public Task Nullable_services() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A(List<string?>? p, Func<string?, int> q) { [HttpGet("/b")] public string X() => "" + p + q; }
        """);

    [Fact]
    public Task Interfaces() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpPost("/b")] public string X(IReadOnlyList<int> u) => ""; }
        """);
}
