using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>
/// Writes the sources of a program with so many endpoints, the same in both frameworks: a route parameter, one of the query string, a text.
/// They have all the same signature, or parameters of their own each.
/// </summary>
internal static class ProgramSource
{
    private const int EndpointsOfAController = 10;

    public static void Write(string folder, string repository, Framework framework, int endpoints, bool areAlike)
    {
        Directory.CreateDirectory(folder);

        // Nothing of the folders above is meant for it.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Program.csproj"), Project(repository, framework));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), framework == Framework.Upwire ? UpwireProgram() : MinimalApiProgram(endpoints, areAlike));
        for (int i = 0; framework == Framework.Upwire && i < endpoints; i += EndpointsOfAController)
        {
            File.WriteAllText(Path.Combine(folder, Invariant($"Controller{i}.cs")), Controller(i, areAlike));
        }
    }

    private static string Project(string repository, Framework framework) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <PublishAot>true</PublishAot>
          </PropertyGroup>
          {(framework == Framework.Upwire ? $"""<Import Project="{repository}/build/UseUpwire.props" />""" : "")}
        </Project>
        """;

    private static string UpwireProgram() =>
        """
        using Upwire;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddUpwire();
        var app = builder.Build();
        app.MapUpwire();
        app.Run();
        """;

    private static string Controller(int first, bool areAlike)
    {
        var source = new StringBuilder(Invariant($"using Upwire;\n\n[Route(\"/controller{first}\")]\npublic static class Controller{first}\n{{\n"));
        for (int i = first; i < first + EndpointsOfAController; i++)
        {
            string own = areAlike ? "" : Invariant($"{i}");
            source.Append(Invariant($"    [HttpGet(\"/endpoint{i}/<id{own}>\")]\n    public static string Endpoint{i}(int id{own}, string? name{own}) => name{own} ?? \"{i}\";\n"));
        }

        return source.Append("}\n").ToString();
    }

    private static string MinimalApiProgram(int endpoints, bool areAlike)
    {
        var source = new StringBuilder("var builder = WebApplication.CreateSlimBuilder(args);\nvar app = builder.Build();\n");
        for (int i = 0; i < endpoints; i++)
        {
            string own = areAlike ? "" : Invariant($"{i}");
            source.Append(Invariant($"app.MapGet(\"/controller{i / EndpointsOfAController * EndpointsOfAController}/endpoint{i}/{{id{own}}}\", static (int id{own}, string? name{own}) => name{own} ?? \"{i}\");\n"));
        }

        return source.Append("app.Run();\n").ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
