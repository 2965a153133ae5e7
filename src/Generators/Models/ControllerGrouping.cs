using System.Collections.Immutable;

namespace Upwire.Generators.Models;

/// <summary>Puts the endpoints of each class together: a class may have methods in several files, and several attributes on each.</summary>
internal static class ControllerGrouping
{
    public static EquatableArray<ControllerModel> Group(ImmutableArray<MethodEndpointsModel> methods, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var fileNames = new UniqueNames(StringComparer.OrdinalIgnoreCase);
        var classNames = new UniqueNames(StringComparer.Ordinal, "RouteModule");

        // The two parts of a partial method are found one by one, each with the attributes of both.
        return methods
            .Distinct()
            .GroupBy(static method => method.Controller.MetadataName, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => new ControllerModel(
                fileNames.Add(group.Key),
                classNames.Add(ClassName(group.Key)),
                group.First().Controller,
                group.OrderBy(static method => method.MemberIndex).SelectMany(static method => method.Endpoints).ToEquatableArray()))
            .ToEquatableArray();
    }

    public static EquatableArray<string> Names(EquatableArray<ControllerModel> controllers, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return controllers.Select(static controller => controller.ClassName).ToEquatableArray();
    }

    // Nesting and namespaces are kept apart from what is part of a name.
    private static string ClassName(string metadataName) => metadataName.Replace("_", "__").Replace('.', '_');
}
