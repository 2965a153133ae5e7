using System.Collections.Immutable;

namespace Upwire.Generators.Models;

/// <summary>Puts the endpoints of each class together: a class may have methods in several files, and several attributes on each.</summary>
internal static class ControllerGrouping
{
    public static EquatableArray<ControllerModel> Group(ImmutableArray<MethodEndpointsModel> methods, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var fileNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return methods
            .GroupBy(static method => method.Controller.MetadataName, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => new ControllerModel(
                Unique(group.Key, fileNames),
                group.First().Controller,
                group.OrderBy(static method => method.MemberIndex).SelectMany(static method => method.Endpoints).ToEquatableArray()))
            .ToEquatableArray();
    }

    public static EquatableArray<string> Names(EquatableArray<ControllerModel> controllers, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return controllers.Select(static controller => controller.Type.MetadataName).ToEquatableArray();
    }

    // C# tells names apart by case, file systems and Roslyn's names of generated files do not.
    private static string Unique(string name, HashSet<string> used)
    {
        string unique = name;
        for (int number = 2; !used.Add(unique); number++)
        {
            unique = $"{name}-{number}";
        }

        return unique;
    }
}
