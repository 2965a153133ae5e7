using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Upwire.Generators.Parsing;

namespace Upwire.Analyzers.Tests;

/// <summary>What a context covers, as we see it and as the contexts are that System.Text.Json generates.</summary>
public sealed class JsonContextsTests
{
    private const string Types = """
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;

        public enum Color { Red }
        public sealed record Leaf(int Size);
        public sealed record Room(string Name, Leaf[] Leaves, Color? Color, DateOnly Day);
        public struct Point { public int X { get; set; } public long Y; private short Z { get; set; } }
        public sealed class Node { public Node? Next { get; set; } public Guid Id { get; set; } }

        public class Base { public decimal Price { get; set; } public virtual TimeSpan Time { get; set; } }
        public sealed class Derived : Base { [JsonIgnore] public override TimeSpan Time { get; set; } public char Letter { get; set; } }

        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Square), "square")]
        public abstract class Shape { public string Name { get; set; } = ""; }
        public sealed class Circle : Shape { public float Radius { get; set; } }
        public sealed class Square : Shape { public byte Side { get; set; } }

        public interface INamed { string Name { get; } }
        public interface IThing : INamed { ushort Weight { get; } }

        public sealed class Hidden
        {
            [JsonIgnore] public Leaf? Never { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Point? Sometimes { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.Always)] public Node? Neither { get; set; }
            internal Color Internal { get; set; }
            [JsonInclude] internal Version? Included { get; set; }
            public static Uri? Static { get; set; }
            public const uint Constant = 1;
            public double this[int index] => index;
            public sbyte PublicGetter { get; private set; }
            private ulong Field;
        }

        [JsonConverter(typeof(MoneyConverter))]
        public sealed class Money { public Leaf? Inner { get; set; } }
        public sealed class MoneyConverter : JsonConverter<Money>
        {
            public override Money? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
            public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNullValue();
        }
        public sealed class Priced { [JsonConverter(typeof(LeafConverter))] public Leaf? Converted { get; set; } public Money? Money { get; set; } }
        public sealed class LeafConverter : JsonConverter<Leaf>
        {
            public override Leaf? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;
            public override void Write(Utf8JsonWriter writer, Leaf value, JsonSerializerOptions options) => writer.WriteNullValue();
        }

        public sealed class Made { public Made(Leaf leaf) { } public Made(Node a, Node b) { } public int Left { get; set; } }
        public sealed class MadeByOne { public MadeByOne(Leaf leaf) { } }
        public sealed class MadeByTold { public MadeByTold() { } [JsonConstructor] public MadeByTold(Leaf leaf) { } }
        public struct MadeStruct { public MadeStruct(Leaf leaf) { } }
        public struct MadeToldStruct { [JsonConstructor] public MadeToldStruct(Leaf leaf) { } }
        public sealed class Open { public object? Anything { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; } }
        public sealed class Outer { public sealed class Room { public Point Corner { get; set; } } public sealed class Both { public Room? Inner { get; set; } public global::Room? Other { get; set; } } }
        public sealed class Odd { public Action? Call { get; set; } public Type? Of { get; set; } public IntPtr Handle { get; set; } public int[,]? Grid { get; set; } }
        public sealed class RoomList : List<Room>;
        public sealed class RoomTable : Dictionary<string, Leaf> { public Point Origin { get; set; } }
        public sealed class Plain : IEnumerable { public IEnumerator GetEnumerator() => null!; }
        public sealed class Envelope<T> { public T? Value { get; set; } public sealed class Part { public T? Inner { get; set; } } }
        public sealed class Tuple { public (Leaf First, int Second) Pair { get; set; } }
        public sealed class Bytes { public byte[] Array { get; set; } = []; public Memory<byte> Memory { get; set; } public ReadOnlyMemory<int> Numbers { get; set; } }

        """;

    private static readonly string[] Roots =
    [
        "Room", "List<Room>", "Room[]", "Room[][]", "IAsyncEnumerable<Room>", "IEnumerable<Leaf>", "Point", "Point?", "List<Point?>", "Node", "Derived", "Base", "Shape", "Circle",
        "IThing", "INamed", "Hidden", "Money", "Priced", "Made", "MadeByOne", "MadeByTold", "MadeStruct", "MadeToldStruct", "Open", "Outer.Both", "Odd", "RoomList", "RoomTable",
        "Plain", "Envelope<Leaf>", "Envelope<List<Room>>", "Envelope<Leaf>.Part", "Tuple", "Bytes", "Dictionary<string, Room>", "IReadOnlyDictionary<int, Leaf>", "Dictionary<Color, object>", "ImmutableArray<Leaf>",
        "ImmutableDictionary<Guid, Leaf>", "ConcurrentQueue<Room>", "Stack<Leaf>", "HashSet<Leaf>", "ISet<Point>", "KeyValuePair<Leaf, Point>", "(Leaf, Point)", "Hashtable",
        "ArrayList", "IList", "IDictionary", "int", "int?", "string", "object", "byte[]", "JsonElement", "JsonObject", "JsonNode", "Uri", "Version", "Half", "Int128", "nint", "Action",
        "int[,]", "Memory<byte>", "Memory<Leaf>", "List<object>", "List<(int A, Leaf B)>", "Color", "Exception", "DateTimeOffset", "Microsoft.AspNetCore.Mvc.ProblemDetails",
        "Microsoft.AspNetCore.Http.HttpValidationProblemDetails",
    ];

    private static readonly string[] Contexts =
    [
        .. Roots.Select(static root => $"[JsonSerializable(typeof({root}))]"),
        "[JsonSerializable(typeof(Outer.Room))][JsonSerializable(typeof(Room))]",
        "[JsonSerializable(typeof(Outer.Room), TypeInfoPropertyName = \"Inner\")][JsonSerializable(typeof(Room))]",
        "[JsonSerializable(typeof(Room))][JsonSerializable(typeof(Node))][JsonSerializable(typeof(List<Shape>))]",
        "[JsonSourceGenerationOptions(IncludeFields = true)][JsonSerializable(typeof(Point))]",
    ];

    private static readonly string Asked = string.Concat(((IEnumerable<string>)[
        .. Roots,
        .. (string[])["Square", "Outer.Room", "short", "long", "ulong", "uint", "double", "sbyte", "decimal", "TimeSpan", "char", "string[]", "IDictionary<string, string[]>"],
    ]).Select(static type => $"typeof({type.Replace("int A, Leaf B", "int, Leaf", StringComparison.Ordinal)}), "));

    [Fact]
    public void Cover_what_generated_contexts_have_contracts_of()
    {
        var compilation = Compile(Types
            + string.Concat(Contexts.Select(static (attributes, index) => $"{attributes} public sealed partial class Context{index} : JsonSerializerContext;\n"))
            + $"public static class Asked {{ public static readonly Type[] Types = [{Asked}]; }}");

        var assembly = Load(compilation);
        var types = (Type[])assembly.GetType("Asked")!.GetField("Types")!.GetValue(null)!;
        var symbols = SymbolsOf(compilation).ToArray();
        var contexts = new JsonContexts(compilation);

        for (int i = 0; i < Contexts.Length; i++)
        {
            string name = $"Context{i}";
            var generated = (JsonSerializerContext)assembly.GetType(name)!.GetProperty("Default")!.GetValue(null)!;
            var seen = contexts.TypesOf(compilation.GetTypeByMetadataName(name)!);
            Assert.NotEmpty(seen);
            Assert.Equal<string>(
                [Contexts[i], .. types.Where(type => Has(generated, type)).Select(static type => type.ToString())],
                [Contexts[i], .. types.Where((_, index) => seen.Contains(symbols[index])).Select(static type => type.ToString())]);
        }
    }

    [Fact]
    public void Cover_what_Upwire_itself_has_contracts_of()
    {
        var compilation = Compile($"{Types}public static class Asked {{ public static readonly Type[] Types = [{Asked}]; }}");
        var types = (Type[])Load(compilation).GetType("Asked")!.GetField("Types")!.GetValue(null)!;
        var context = (JsonSerializerContext)typeof(UpwireOptions).Assembly.GetType("Upwire.ProblemJsonContext")!.GetProperty("Default")!.GetValue(null)!;
        var contexts = new JsonContexts(compilation);

        Assert.Equal(
            types.Where(type => Has(context, type)),
            types.Zip(SymbolsOf(compilation)).Where(pair => contexts.Cover(pair.Second)).Select(static pair => pair.First));
    }

    // Not by the context's options, which know object always.
    private static bool Has(JsonSerializerContext context, Type type) => ((IJsonTypeInfoResolver)context).GetTypeInfo(type, context.Options) is not null;

    [Fact]
    public void Of_a_referenced_assembly_count_where_they_are_public()
    {
        using var image = new MemoryStream();
        Compile(Types + """
            [JsonSerializable(typeof(List<Room>))] public sealed partial class Visible : JsonSerializerContext;
            public sealed partial class Inside { [JsonSerializable(typeof(Derived))] public sealed partial class Nested : JsonSerializerContext; }
            [JsonSerializable(typeof(Node))] internal sealed partial class Invisible : JsonSerializerContext;
            """, "Library").Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = Compile("public sealed class Own;", "Contexts", MetadataReference.CreateFromImage(image.ToArray()));
        var contexts = new JsonContexts(compilation);

        Assert.True(contexts.Cover(compilation.GetTypeByMetadataName("Room")!));
        Assert.True(contexts.Cover(compilation.GetTypeByMetadataName("Derived")!));
        Assert.False(contexts.Cover(compilation.GetTypeByMetadataName("Node")!));
        Assert.False(contexts.Cover(compilation.GetTypeByMetadataName("Own")!));
        Assert.Empty(contexts.Own);
    }

    private static CSharpCompilation Compile(string source, string name = "Contexts", params MetadataReference[] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source, TestProgram.ParseOptions, cancellationToken: TestContext.Current.CancellationToken)],
            [.. TestProgram.References, .. references],
            TestProgram.CompilationOptions);

        CSharpGeneratorDriver.Create([JsonGenerator.Create()], parseOptions: TestProgram.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _, TestContext.Current.CancellationToken);

        return (CSharpCompilation)complete;
    }

    private static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static fault => fault.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        return new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(image);
    }

    // In the order of the array that the program has of them.
    private static IEnumerable<ITypeSymbol> SymbolsOf(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes()
            .OfType<TypeOfExpressionSyntax>()
            .Where(static expression => expression.FirstAncestorOrSelf<AttributeSyntax>() is null)
            .Select(expression => model.GetTypeInfo(expression.Type).Type!);
    }
}
