namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0060.</summary>
public sealed class SetUpCodeFixTests
{
    [Fact]
    public Task Adds_both_calls() => SetUpFixTest.RunAsync(
        """
        using Microsoft.AspNetCore.Builder;

        var host = WebApplication.CreateSlimBuilder(args);
        var web = host.Build();
        web.{|UPW0060:Run|}();
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Upwire;

        var host = WebApplication.CreateSlimBuilder(args);
        host.Services.AddUpwire();
        var web = host.Build();
        web.MapUpwire();
        web.Run();
        """);

    [Fact]
    public Task Adds_them_behind_what_is_added_and_mapped_already() => SetUpFixTest.RunAsync(
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Upwire;

        var builder = WebApplication.CreateSlimBuilder(args);

        // What it needs.
        builder.Services.AddAuthorization();
        builder.Services.AddCors(); // For the pages.

        var app = builder.Build();

        app.UseCors();

        app.MapGet("/", () => "Hello");

        // Until it is stopped.
        await app.{|UPW0060:RunAsync|}();
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Upwire;

        var builder = WebApplication.CreateSlimBuilder(args);

        // What it needs.
        builder.Services.AddAuthorization();
        builder.Services.AddCors(); // For the pages.
        builder.Services.AddUpwire();

        var app = builder.Build();

        app.UseCors();

        app.MapGet("/", () => "Hello");
        app.MapUpwire();

        // Until it is stopped.
        await app.RunAsync();
        """);

    [Fact]
    public Task Adds_them_before_other_statements_comments_and_directives() => SetUpFixTest.RunAsync(
        """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Upwire;

        var builder = WebApplication.CreateSlimBuilder(args);
        Console.WriteLine("Building.");

        #if !DEBUG
        Console.WriteLine("Really.");
        #endif
        var app = builder.Build();
        Console.WriteLine("Built.");

        // Until it is stopped.
        app.{|UPW0060:Run|}("http://localhost:5000");
        """,
        """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Upwire;

        var builder = WebApplication.CreateSlimBuilder(args);
        Console.WriteLine("Building.");

        #if !DEBUG
        Console.WriteLine("Really.");
        #endif
        builder.Services.AddUpwire();
        var app = builder.Build();
        Console.WriteLine("Built.");

        app.MapUpwire();
        // Until it is stopped.
        app.Run("http://localhost:5000");
        """);

    [Fact]
    public Task Adds_them_in_a_method() => SetUpFixTest.RunAsync(
        """
        namespace App
        {
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Builder;

            public static class Program
            {
                public static Task Main(string[] args)
                {
                    WebApplication app = WebApplication.CreateBuilder(args).Build();
                    return app.{|UPW0060:RunAsync|}();
                }
            }
        }
        """,
        """
        using Upwire;

        namespace App
        {
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Builder;

            public static class Program
            {
                public static Task Main(string[] args)
                {
                    WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
                    builder.Services.AddUpwire();
                    WebApplication app = builder.Build();
                    app.MapUpwire();
                    return app.RunAsync();
                }
            }
        }
        """);

    [Fact]
    public Task Adds_the_services_to_a_mapping() => SetUpFixTest.RunAsync(
        """
        using Microsoft.AspNetCore.Builder;
        using Upwire;

        await using var app = WebApplication.CreateSlimBuilder(args).Build();
        app.{|UPW0060:MapUpwire|}();
        app.Run();
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Upwire;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddUpwire();
        await using var app = builder.Build();
        app.MapUpwire();
        app.Run();
        """);

    [Fact]
    public Task Adds_the_services_in_another_file() => SetUpFixTest.RunAsync(
        """
        using Microsoft.AspNetCore.Builder;

        var app = Application.Create(args);
        app.{|UPW0060:Run|}();
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using Upwire;

        var app = Application.Create(args);
        app.MapUpwire();
        app.Run();
        """,
        (
            "Application.cs",
            """
            using Microsoft.AspNetCore.Builder;

            public static class Application
            {
                public static WebApplication Create(string[] args)
                {
                    var builder = WebApplication.CreateSlimBuilder(args);
                    return builder.Build();
                }
            }
            """,
            """
            using Microsoft.AspNetCore.Builder;
            using Upwire;

            public static class Application
            {
                public static WebApplication Create(string[] args)
                {
                    var builder = WebApplication.CreateSlimBuilder(args);
                    builder.Services.AddUpwire();
                    return builder.Build();
                }
            }
            """));

    [Fact]
    public Task Adds_no_using_that_the_project_has() => SetUpFixTest.RunAsync(
        """
        global using Microsoft.AspNetCore.Builder;
        global using Upwire;

        var builder = WebApplication.CreateSlimBuilder(args);
        var app = builder.Build();
        app.{|UPW0060:Run|}();
        """,
        """
        global using Microsoft.AspNetCore.Builder;
        global using Upwire;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddUpwire();
        var app = builder.Build();
        app.MapUpwire();
        app.Run();
        """);

    [Fact]
    public Task Adds_no_using_that_would_make_names_ambiguous()
    {
        const string Program = """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Mvc;

            var builder = WebApplication.CreateSlimBuilder(args);
            var app = builder.Build();
            app.MapPost("/", ([FromBody] string text) => text);
            app.{|UPW0060:Run|}();
            """;

        return SetUpFixTest.RunAsync(Program, Program);
    }

    [Theory]
    [InlineData("WebApplication.CreateSlimBuilder(args).Build().{|UPW0060:Run|}();")]
    [InlineData("var app = WebApplication.Create(args); app.{|UPW0060:MapUpwire|}();")]
    [InlineData("var app = WebApplication.CreateSlimBuilder(args).Build(); object builder = app; app.{|UPW0060:MapUpwire|}();")]
    [InlineData("var app = WebApplication.CreateSlimBuilder(args).Build(); var other = WebApplication.CreateSlimBuilder(args).Build(); app.{|UPW0060:MapUpwire|}(); other.Run();")]
    [InlineData("System.Action<WebApplication> run = app => app.{|UPW0060:Run|}(); run(WebApplication.Create(args));")]
    public Task Adds_nothing_where_the_place_is_not_clear(string statements)
    {
        string program = $"using Microsoft.AspNetCore.Builder;\nusing Upwire;\n\n{statements}\n";

        return SetUpFixTest.RunAsync(program, program);
    }
}
