namespace Upwire.Analyzers.Tests;

/// <summary>The attributes of a class are constructed again, as they were written.</summary>
public sealed class ControllerAttributeTests
{
    [Fact]
    public Task Arguments_of_every_kind() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public enum E { X = -1 }
        [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)] public class MAttribute(params object?[] xs) : Attribute { public Type[]? Ts { get; set; } public E En { get; set; } public object? O { get; set; } public string? @event; public object[]? Os {get;set;} }
        public class NAttribute(int[] xs, Type t, E e = E.X, string? s = null, params string[] more) : Attribute { public object X => (xs, t, e, s!, more); }
        [M, M(1, "a\"", 'c', null, typeof(List<>), typeof(Dictionary<string,int>), E.X, 1.5, float.NaN), M(null), M(new object[] { 1, new[] { 2 } }), M(En = E.X, Ts = new[] { typeof(int?), typeof(string[]) }, O = new[] { E.X }, @event = "x", Os = [1, "a", typeof(void)])]
        [N(new[] { 1 }, typeof((int, string)), more: ["x"])]
        public class A { [HttpGet("/a")] public string X() => ""; }
        """);

    [Fact]
    public Task Generic_attributes() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class GAttribute<T> : Attribute { public T V { get; set; } = default!; }
        [G<int>(V = 3)] public class A { [HttpGet("/a")] public string X() => ""; }
        """);

    [Fact]
    public Task Types_as_arguments() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class TAttribute(Type t) : Attribute { public object X => t; }
        [T(typeof(List<string>[]))] public class A { [HttpGet("/a")] public string X() => ""; }
        """);

    [Fact]
    public Task Null_where_the_constructor_has_overloads() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class TAttribute : Attribute { public TAttribute(string? s) {} public TAttribute(Type? t) {} public TAttribute(object[] o) {} }
        [T((string?)null)] public class A { [HttpGet("/a")] public string X() => ""; }
        """);

    [Fact]
    public Task Inherited_attributes() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class TAttribute(string t) : Attribute { public object X => t; }
        [AttributeUsage(AttributeTargets.Class, Inherited = false)] public class UAttribute(string t) : Attribute { public object X => t; }
        [T("base"), U("base")] public class B {}
        [T("derived")] public class A : B { [HttpGet("/a")] public string X() => ""; }
        [U("c")] public class C : B { [HttpGet("/c")] public string X() => ""; }
        """);

    [Fact]
    public Task Obsolete_classes() => GeneratedProgram.AssertAllEmittedAsync(
        """
        [Obsolete("no")] public class O { public static bool TryParse(string s, out O o) { o = new(); return true; } }
        [Obsolete("no", false)] public class A { [Obsolete, HttpGet("/a")] public string X() => ""; }
        """);

    [Fact]
    public Task Obsolete_types() => GeneratedProgram.AssertAllEmittedAsync(
        """
        [Obsolete("no")] public class O { }
        public class A {
        #pragma warning disable CS0618
        [HttpPost("/a")] public O X(O o) => o; }
        """);

    [Fact]
    public Task Obsolete_types_with_an_id_of_their_own() => GeneratedProgram.AssertAllEmittedAsync(
        """
        [Obsolete("no", DiagnosticId = "MY001")] public class O { }
        public class A {
        #pragma warning disable MY001
        [HttpPost("/a")] public O X(O o) => o; }
        """);

    [Fact]
    public Task Experimental_types() => GeneratedProgram.AssertAllEmittedAsync(
        """
        [System.Diagnostics.CodeAnalysis.Experimental("EXP1")] public class O { }
        public class A {
        #pragma warning disable EXP1
        [HttpPost("/a")] public O X(O o) => o; }
        """);
}
