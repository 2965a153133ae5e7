using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Upwire.Tests;

/// <summary>The source generator of System.Text.Json, as the SDK brings it.</summary>
internal static class JsonGenerator
{
    /// <summary>Its class, to be constructed where contexts are compiled.</summary>
    public static Type Type { get; } = Assembly
        .LoadFrom(typeof(JsonGenerator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static metadata => metadata.Key == "JsonGenerator").Value!)
        .GetTypes()
        .Single(static type => type is { IsAbstract: false, IsPublic: true } && type.IsAssignableTo(typeof(IIncrementalGenerator)));

    public static ISourceGenerator Create() => ((IIncrementalGenerator)Activator.CreateInstance(Type)!).AsSourceGenerator();
}
