using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>Takes a file of a form.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FileReader : IFieldReader<IFormFile>
{
    private const string Expected = "a file";

    /// <inheritdoc/>
    public static bool IsPresent(FieldPath path) => path.Files?.GetFile(path.Key) is not null;

    /// <inheritdoc/>
    public static IFormFile Read(ref ParameterBinder binder, FieldPath path) =>
        path.Files?.GetFile(path.Key) ?? binder.Missing<IFormFile>(path.Source, path.Key, Expected);

    /// <inheritdoc/>
    public static int Count(FieldPath path) => path.Files?.GetFiles(path.Key).Count ?? 0;

    /// <inheritdoc/>
    public static IFormFile ReadAt(ref ParameterBinder binder, FieldPath path, int index) => path.Files!.GetFiles(path.Key)[index];
}
