namespace Upwire.Analyzers.Tests;

/// <summary>Handlers of controllers of every shape are emitted, and what is emitted compiles.</summary>
public sealed class ControllerShapeTests
{
    [Fact]
    public Task Partial_classes() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public partial class A { [HttpGet("/a")] public string X() => ""; }
        public partial class A { [HttpGet("/b")] public string Y() => ""; }
        """);

    [Fact]
    public Task Nested_public_and_static_classes() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class Outer { public class Inner { [HttpGet("/a")] public string X() => ""; } internal static class Deep { [HttpGet("/b")] public static string X() => ""; } }
        """);

    [Fact]
    public Task Records_and_record_structs_with_primary_constructors() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public record A(IServiceProvider P) { [HttpGet("/a")] public string X() => ""; }
        public sealed record B { [HttpGet("/b")] public string X() => ""; }
        public record struct D(IServiceProvider P) { [HttpGet("/d")] public string X() => ""; }
        """);

    [Fact]
    public Task Structs_with_and_without_constructors() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public struct A { [HttpGet("/a")] public string X() => ""; }
        public readonly struct B(IServiceProvider p) { [HttpGet("/b")] public string X() => p.ToString()!; }
        public struct C : IDisposable { public void Dispose() {} [HttpGet("/c")] public string X() => ""; }
        """);

    [Fact]
    public Task Static_classes() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public static class A { [HttpGet("/a")] public static string X() => ""; }
        """);

    [Fact]
    public Task Static_handlers_of_abstract_classes() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public abstract class A { [HttpGet("/a")] public static string X() => ""; }
        """);

    [Fact]
    public Task Keywords_as_names_of_everything() => GeneratedProgram.AssertAllEmittedAsync(
        """
        namespace @namespace.@event;
        public class @class { [HttpGet("/<event>/<class>")] public string @return(string @event, int @class, string @await, string? @record = null) => ""; [HttpGet("/y")] public string @async() => ""; }
        """);

    [Fact]
    public Task Keywords_as_names_of_nested_classes() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class @if { public class @else { [HttpGet("/a")] public string X() => ""; } }
        """);

    [Fact]
    public Task Names_beyond_ASCII() => GeneratedProgram.AssertAllEmittedAsync(
        """
        namespace Ünïcode; public class Ä { [HttpGet("/ä/<größe>")] public string Ö(int größe) => ""; }
        """);

    [Fact]
    public Task One_name_in_several_namespaces() => GeneratedProgram.AssertAllEmittedAsync(
        """
        namespace N1 { public class A { [HttpGet("/a")] public string X() => ""; } }
        namespace N2 { public class A { [HttpGet("/b")] public string X() => ""; } }
        namespace N1.N2 { public class A { [HttpGet("/c")] public string X() => ""; } }
        namespace N1_N2 { public class A { [HttpGet("/d")] public string X() => ""; public class B { [HttpGet("/e")] public string X() => ""; } } }
        public class N1_A { [HttpGet("/f")] public string X() => ""; }
        """);

    [Fact]
    public Task Names_that_differ_by_case_alone() => GeneratedProgram.AssertAllEmittedAsync(
        """
        namespace N { public class Aa { [HttpGet("/a")] public string X() => ""; } public class AA { [HttpGet("/b")] public string X() => ""; } }
        """);

    [Fact]
    public Task Names_that_differ_by_an_underscore_alone() => GeneratedProgram.AssertAllEmittedAsync(
        """
        namespace N { public class _A { [HttpGet("/a")] public string X() => ""; } }
        namespace N_ { public class A { [HttpGet("/b")] public string X() => ""; } }
        """);

    [Fact]
    public Task The_name_of_the_generated_module() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class RouteModule { [HttpGet("/b")] public string X() => ""; }
        public class System_ { [HttpGet("/c")] public string GetType_() => ""; }
        """);

    [Fact]
    public Task A_method_with_the_name_of_the_generated_class() => GeneratedProgram.AssertAllEmittedAsync(
        """
        namespace N; public class B { [HttpGet("/b")] public string N_B() => ""; }
        """);

    [Fact]
    public Task The_generated_namespace_itself() => GeneratedProgram.AssertAllEmittedAsync(
        """
        namespace Upwire.Generated.Program { public class Rooms { [Upwire.HttpGet("/b")] public string X() => ""; } }
        """);

    [Fact]
    public Task Overloads_and_the_names_they_are_numbered_with() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/a")] public string X() => ""; [HttpGet("/b")] public string X(int? i) => ""; [HttpGet("/c")] public string X2() => ""; [HttpGet("/d")] public string Map() => ""; [HttpGet("/e")] public string A2() => ""; }
        """);

    [Fact]
    public Task Methods_with_the_names_of_those_of_object() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/b")] public override string ToString() => ""; [HttpGet("/c")] public new string GetType() => ""; [HttpGet("/d")] public string Equals(int x) => ""; [HttpGet("/e")] public string ReferenceEquals(int a) => ""; [HttpGet("/f")] public string MemberwiseClone() => ""; [HttpGet("/g")] public string Finalize() => ""; }
        """);

    [Fact]
    public Task Several_attributes_on_one_method() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/a"), HttpPost("/a")] [HttpGet("/b")] [WebSocket("/w")] public Task X(Stream s) => Task.CompletedTask; [HttpGet("/c")] [HttpPut("/c")] public string Y() => ""; }
        """);

    [Fact]
    public Task Partial_methods() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public partial class A { [HttpGet("/b")] public partial string X(int? i); }
        public partial class A { public partial string X(int? i) => ""; }
        """);

    [Fact]
    public Task Partial_methods_with_attributes_on_both_parts() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public partial class A { [HttpGet("/b")] public partial string X(int? i); }
        public partial class A { [HttpGet("/c")] [HttpPost("/d")] public partial string X(int? i) => ""; }
        """);

    [Fact]
    public Task A_marked_constructor_and_an_internal_one() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using Microsoft.Extensions.DependencyInjection; using System; using Upwire;
        public class A { public A() {} [ActivatorUtilitiesConstructor] internal A(IServiceProvider p) {} [HttpGet("/a")] public string X() => ""; }
        public class B { internal B() {} private B(int i) {} [HttpGet("/b")] public string X() => ""; }
        """);

    [Fact]
    public Task Static_constructors() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { static A() {} [HttpGet("/a")] public string X() => ""; }
        """);

    [Fact]
    public Task Virtual_methods() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class B { [HttpGet("/a")] public virtual string X() => ""; }
        public class A : B { [HttpGet("/b")] public override string X() => ""; }
        """);

    [Fact]
    public Task Methods_that_hide_others() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class B { public string X(int i) => ""; }
        public class A : B { [HttpGet("/b")] public new string X(int i) => ""; }
        """);

    [Fact]
    public Task Internal_methods() => GeneratedProgram.AssertAllEmittedAsync(
        """
        internal class A { [HttpGet("/b")] internal string X() => ""; [HttpGet("/c")] internal static string Y() => ""; [HttpGet("/d")] protected internal string Z() => ""; }
        """);

    [Fact]
    public Task Disposable_controllers() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A : IAsyncDisposable, IDisposable { public void Dispose() {} public ValueTask DisposeAsync() => default; [HttpGet("/b")] public string X() => ""; }
        public class B : IDisposable { void IDisposable.Dispose() {} [HttpGet("/c")] public string X() => ""; [WebSocket("/w")] public void W(Stream s) {} }
        """);

    [Fact]
    public Task Required_members_that_the_constructor_sets() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using System.Diagnostics.CodeAnalysis; using Upwire;
        public class A { public required int X { get; init; } [SetsRequiredMembers] public A() { X = 1; } [HttpGet("/b")] public string Y() => ""; }
        """);

    [Fact]
    public Task A_prefix_on_the_base_class() => GeneratedProgram.AssertAllEmittedAsync(
        """
        [Route("/api")] public abstract class Api { }
        public class A : Api { [HttpGet("/b")] public string X() => ""; }
        """);
}
