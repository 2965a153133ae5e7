namespace Upwire.Analyzers.Tests;

/// <summary>Parameters of every shape are bound, and the binding compiles.</summary>
public sealed class ParameterShapeTests
{
    [Fact]
    public Task Enums_nullable_or_not() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/a")] public string X(DayOfWeek? d, DayOfWeek e, DayOfWeek f = DayOfWeek.Friday, DayOfWeek? g = DayOfWeek.Monday) => ""; }
        """);

    [Fact]
    public Task Tuples_as_bodies() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpPost("/a")] public (int a, string? b) X((int a, string? b) body) => body; }
        """);

    [Fact]
    public Task Dynamic_inside_another_type() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpPost("/a")] public List<dynamic> X(List<dynamic> body) => body; }
        """);

    [Fact]
    public Task Defaults_of_every_kind() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public enum Neg : sbyte { M = -1 }
        public class A { [HttpGet("/a")] public string X(byte a = 1, sbyte b = -1, short c = -2, ushort d = 3, int e = -4, uint f = 5, long g = long.MinValue, ulong h = ulong.MaxValue, float i = float.NaN, double j = double.NegativeInfinity) => "";
        [HttpGet("/b")] public string Y(decimal a = -1.50m, char b = '\'', char c = '\0', string d = "q\"u\\o\n{0}", string? e = null, bool f = true, double g = double.Epsilon, float h = 1e-45f, double i = -0.0, Neg j = Neg.M, int k = int.MinValue, Guid l = default, DateTime m = default, int? n = 3, decimal? o = 1m, Neg? p = null, Neg? q = Neg.M, float r = float.MaxValue, double s = double.MaxValue, nint t = 3, nuint u = 4) => ""; }
        """);

    [Fact]
    public Task Defaults_of_DateTime() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/a")] public string X([System.Runtime.InteropServices.Optional, System.Runtime.CompilerServices.DateTimeConstant(100)] DateTime d) => ""; }
        """);

    [Fact]
    public Task Defaults_in_attributes() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using System.Runtime.InteropServices; using Upwire;
        public class A { [HttpGet("/a")] public string X([Optional] int d, [DefaultParameterValue(3), Optional] int e) => ""; }
        """);

    [Fact]
    public Task Defaults_of_enums_without_a_name() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/a")] public string X(DayOfWeek d = default, DayOfWeek e = (DayOfWeek)99) => ""; }
        """);

    [Fact]
    public Task Arrays_of_texts() => GeneratedProgram.AssertAllEmittedAsync(
        """
        #nullable disable
        public class A { [HttpGet("/o")] public string X(string[] a, int[] b = null, int?[] c = default, [FromQuery] System.Net.IPAddress[] d = null) => ""; }
        #nullable enable
        public class B { [HttpGet("/n")] public string X(string[] a, string?[] b, string?[]? c, System.Net.IPAddress?[] d, [FromHeader] Guid?[]? e = null, DayOfWeek[]? f = default, byte[]? g = null, char[] h = null!, string i = null!) => ""; }
        public class C { [HttpPost("/v")] public string X(Microsoft.Extensions.Primitives.StringValues a, Microsoft.Extensions.Primitives.StringValues? b, Microsoft.Extensions.Primitives.StringValues c = default, Microsoft.Extensions.Primitives.StringValues? d = null) => ""; }
        """);

    [Fact]
    public Task Types_with_a_TryParse() => GeneratedProgram.AssertAllEmittedAsync(
        """
        namespace N { public class P { public static bool TryParse(string s, out P p) { p = new(); return true; } public static bool TryParse(ReadOnlySpan<char> s, out P? p) { p = null; return false; } } }
        public class N_P { public static bool TryParse(string? s, IFormatProvider? f, out N_P? p) { p = null; return false; } }
        public readonly struct G<T> { public static bool TryParse(ReadOnlySpan<char> s, out G<T> g) { g = default; return true; } }
        public interface I { static bool TryParse(string s, out I? i) { i = null; return false; } }
        public class A { [HttpGet("/a")] public string X(N.P a, N.P? b, N_P[] c, G<int> d, G<string?>? e, G<int>?[] f, N.P?[]? g, I h, Version v, G<int> i = default) => "";
        [WebSocket("/w/<p>")] public Task _ParserOf_N_P(N.P p, WebSocketConnection c) => null!; }
        """);

    [Fact]
    public Task Structs_as_bodies() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public struct S { public int X { get; set; } }
        public class A { [HttpPost("/a")] public string X(S s = default) => ""; [HttpPost("/b")] public string Y(S? s) => ""; [HttpPost("/c")] public string Z([FromBody(AllowEmpty = true)] S s) => ""; [HttpPost("/d")] public string W([FromBody(AllowEmpty = true)] List<string> s) => "";}
        """);

    [Fact]
    public Task Simple_types_as_bodies() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpPost("/a")] public string X([FromBody] string s) => ""; [HttpPost("/b")] public string Y([FromBody] int? s) => ""; [HttpPost("/c")] public string Z([FromBody] int[] s) => ""; [HttpPost("/d")] public string W([FromBody] string? s = "x") => ""; [HttpPost("/e")] public string V([FromBody] int s = 4) => ""; }
        """);

    [Fact]
    public Task Generic_types() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpPost("/a")] public string X(List<Dictionary<string, int?>> s) => ""; [HttpPost("/b")] public string Y(KeyValuePair<string, List<string?>?> s) => ""; }
        """);

    [Fact]
    public Task Params_arrays() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpPost("/a")] public string X([FromBody] params string[] s) => ""; [HttpPost("/b")] public string Y([FromBody] params List<int> s) => ""; }
        """);

    [Fact]
    public Task Aliases() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using Upwire; using P = System.Collections.Generic.List<int>; using T = (int A, string B);
        public class A { [HttpPost("/a")] public T X(P p) => default; }
        """);

    [Fact]
    public Task Code_without_nullable_annotations() => GeneratedProgram.AssertAllEmittedAsync(
        """
        #nullable disable
        public class Foo {}
        public class A { [HttpGet("/a")] public string X(string s, int i) => ""; [HttpPost("/b")] public Foo Y(Foo f) => f; [HttpPost("/c")] public Task<Foo> Z(List<string> f) => null; }
        """);

    [Fact]
    public Task The_names_of_generated_locals() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A(IServiceProvider binder, IServiceProvider context) { [HttpPost("/a")] public string X(int binder, int context, int controller, int endpoint, int filters, int filtered, int result, int value, int Invoke, int HandleAsync, string invocation, List<int> bodyType, int resultType, int connection, int webSocket) => "" + context; }
        """);

    [Fact]
    public Task The_names_of_generated_locals_of_WebSockets() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [WebSocket("/a")] public Task X(int binder, int context, int connection, int webSocket, Stream endpoint, int contextArgument) => null!; }
        """);

    [Fact]
    public Task Names_that_a_rename_would_meet() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/a")] public string X(int context, int contextArgument) => ""; }
        """);

    [Fact]
    public Task Underscores_as_names() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/a/<_>/<_>/<_1>")] public string X(int _, string __, string _1) => ""; [HttpPost("/b")] public string Y(int _, List<int> __, IServiceProvider ___) => ""; }
        """);

    [Fact]
    public Task More_than_eight_parameters() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/b")] public string X(int a, int b, int c, int d, int e, int f, int g, int h, int i) => ""; [WebSocket("/w")] public Task Y(int a, int b, int c, int d, int e, int f, int g, Stream s, CancellationToken h, int i) => null!; }
        """);

    [Fact]
    public Task Optional_default_and_catch_all() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/c/<a?>")] public string Y(string? a) => "";  [HttpGet("/d/<a=5>")] public string Z(int a) => ""; [HttpGet("/e/<a..>")] public string W(string a) => ""; [HttpGet("/f/<a..>")] public string V(int a) => "";}
        """);

    [Fact]
    public Task Names_that_are_no_identifiers() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/c/<user-id>")] public string Y([FromRoute(Name = "user-id")] string a, [FromHeader(Name = "X-\"Q")] string? h, [FromQuery(Name = "a b")] int q) => "";  }
        """);

    [Fact]
    public Task The_attributes_of_MVC() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using Microsoft.AspNetCore.Mvc; using Upwire; using System.Collections.Generic;
        public class A { [Upwire.HttpPost("/c/<id>")] public string Y([Microsoft.AspNetCore.Mvc.FromRoute] string id, [Microsoft.AspNetCore.Mvc.FromBody] List<int> x, [Microsoft.AspNetCore.Mvc.FromQuery(Name="z")] int q, [Microsoft.AspNetCore.Mvc.FromHeader] int h, [Microsoft.AspNetCore.Mvc.FromServices] A a) => "";  }
        """);

    [Fact]
    public Task Defaults_of_parts_of_the_request() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/b")] public string X(CancellationToken t = default, Stream? s = null) => ""; }
        """);

    [Fact]
    public Task Two_parameters_of_one_name() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/b/<id>")] public string X(int id, string ID) => ""; }
        """);

    [Fact]
    public Task Keywords_as_names_of_types() => GeneratedProgram.AssertAllEmittedAsync(
        """
        namespace @class; public enum @enum { @int } public class A { [HttpGet("/b")] public string X(@enum e = @enum.@int) => ""; }
        """);

    [Fact]
    public Task Arrays_of_every_rank() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpPost("/l")] public int[,] X(int[][] a) => null!; [HttpPost("/m")] public int[]?[,][]? Y([FromBody] List<int[,]?>[]? a) => null; }
        """);

    [Fact]
    public Task A_body_on_a_WebSocket_with_an_attribute() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [WebSocket("/w")] public Task W(Stream s, [FromBody] List<int> q, [FromHeader] string h, [FromServices] A a) => null!; }
        """);

    [Fact]
    public Task Nullable_texts() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/l")] public string? X(string? a, [FromHeader] string? b, string c = "x") => a; [HttpGet("/m")] public IEnumerable<string?>? Y() => null; }
        """);
}
