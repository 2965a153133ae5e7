using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Upwire;

/// <summary>Finds where methods stand, in the debug symbols of their assemblies. A native binary has none, nor one that was published without them.</summary>
/// <param name="root">The folder that files are named from: the project's, in Development.</param>
internal sealed class HandlerSources(string root)
{
    private readonly Dictionary<Assembly, Dictionary<int, string>> _assemblies = [];

    /// <summary>The file and line of a method, as <c>Rooms.cs:17</c>; empty where they are not known.</summary>
    public string Find(MethodInfo method)
    {
        if (!method.HasMetadataToken())
        {
            return "";
        }

        var assembly = method.Module.Assembly;
        if (!_assemblies.TryGetValue(assembly, out var methods))
        {
            _assemblies[assembly] = methods = Read(assembly);
        }

        return methods.GetValueOrDefault(MetadataTokens.GetRowNumber(MetadataTokens.EntityHandle(method.MetadataToken))) ?? "";
    }

    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "An assembly within a single file has no location, and no symbols are looked for.")]
    private Dictionary<int, string> Read(Assembly assembly)
    {
        if (assembly.IsDynamic || assembly.Location is not { Length: > 0 } path)
        {
            return [];
        }

        try
        {
            using var file = File.OpenRead(path);
            using var image = new PEReader(file);
            if (image.TryOpenAssociatedPortablePdb(path, static pdb => File.Exists(pdb) ? File.OpenRead(pdb) : null, out var symbols, out _) && symbols is not null)
            {
                using (symbols)
                {
                    return Read(symbols.GetMetadataReader());
                }
            }
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            // The table does without.
        }

        return [];
    }

    // Of an async method or an iterator, the lines are its state machine's, which knows the method that it is of.
    private Dictionary<int, string> Read(MetadataReader symbols)
    {
        var methods = new Dictionary<int, string>();
        foreach (var handle in symbols.MethodDebugInformation)
        {
            var method = symbols.GetMethodDebugInformation(handle);
            var first = method.SequencePointsBlob.IsNil ? default : method.GetSequencePoints().FirstOrDefault(static point => !point.IsHidden);
            if (!first.Document.IsNil)
            {
                var kickoff = method.GetStateMachineKickoffMethod();
                var declared = kickoff.IsNil ? handle.ToDefinitionHandle() : kickoff;
                methods[MetadataTokens.GetRowNumber(declared)] = $"{NameOf(symbols, first.Document)}:{first.StartLine}";
            }
        }

        return methods;
    }

    private string NameOf(MetadataReader symbols, DocumentHandle document)
    {
        string path = symbols.GetString(symbols.GetDocument(document).Name);
        string relative = Path.GetRelativePath(root, path);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(path) : relative;
    }
}
