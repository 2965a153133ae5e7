using System.Reflection;
using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;
using Upwire.Generators.Tests.Infrastructure;

namespace Upwire.Generators.Tests;

/// <summary>The generator runs at every keystroke: what did not change must not be written again.</summary>
public sealed class CachingTests
{
    private const int Controllers = 50;

    [Fact]
    public void An_unrelated_edit_in_a_project_of_50_controllers_writes_nothing()
    {
        var compilation = TestCompilation.Create([.. Enumerable.Range(0, Controllers).Select(static number => Source(number))]);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);
        Assert.Equal(Controllers + 1, GeneratorTest.CountWritten(driver));

        var edited = compilation.AddSyntaxTrees(TestCompilation.Parse("internal sealed class Unrelated { public int Value; }", "Unrelated.cs"));
        driver = driver.RunGenerators(edited, TestContext.Current.CancellationToken);

        Assert.Equal(0, GeneratorTest.CountWritten(driver));
    }

    [Fact]
    public void A_changed_route_in_a_project_of_50_controllers_writes_one_file()
    {
        var compilation = TestCompilation.Create([.. Enumerable.Range(0, Controllers).Select(static number => Source(number))]);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);

        var tree = compilation.SyntaxTrees.Single(static tree => tree.FilePath == "File7.cs");
        var edited = compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(Source(7, route: "/changed/<id>"), tree.FilePath));
        driver = driver.RunGenerators(edited, TestContext.Current.CancellationToken);

        Assert.Equal(1, GeneratorTest.CountWritten(driver));
    }

    [Fact]
    public void A_new_controller_writes_its_file_and_the_route_table()
    {
        var compilation = TestCompilation.Create([.. Enumerable.Range(0, Controllers).Select(static number => Source(number))]);
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken);

        var edited = compilation.AddSyntaxTrees(TestCompilation.Parse(Source(99), "File99.cs"));
        driver = driver.RunGenerators(edited, TestContext.Current.CancellationToken);

        Assert.Equal(2, GeneratorTest.CountWritten(driver));
    }

    [Fact]
    public void No_model_holds_anything_of_Roslyn()
    {
        var models = typeof(ControllerModel).Assembly.GetTypes().Where(static type => type.Namespace == typeof(ControllerModel).Namespace && !type.IsGenericTypeDefinition);
        var fields = models.SelectMany(static type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));

        Assert.All(fields, static field => Assert.False(
            Mentions(field.FieldType, typeof(ISymbol).Assembly) || Mentions(field.FieldType, typeof(System.Collections.Immutable.ImmutableArray).Assembly),
            $"{field.DeclaringType!.Name}.{field.Name} is a {field.FieldType}."));
    }

    [Fact]
    public void Models_with_the_same_contents_are_equal()
    {
        Assert.Equal(new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["a", "b"]));
        Assert.NotEqual(new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["b", "a"]));
        Assert.Equal(default, new EquatableArray<string>([]));
        Assert.Equal(new EquatableArray<string>(["a"]).GetHashCode(), new EquatableArray<string>(["a"]).GetHashCode());
    }

    private static bool Mentions(Type type, Assembly assembly) =>
        (type.Assembly == assembly && type.Assembly != typeof(object).Assembly) || type.GenericTypeArguments.Any(argument => Mentions(argument, assembly));

    private static string Source(int number, string route = "/things/<id>") => $$"""
        using Upwire;
        namespace Project;
        [Route("/{{number}}")]
        public sealed class Controller{{number}}
        {
            [HttpGet("{{route}}")] public string Get(string id) => id;
            [WebSocket("/ws/<id:int>")] public Task Talk(int id, WebSocketConnection socket) => socket.CloseAsync();
        }
        """;
}
