using System.Globalization;

namespace Upwire.CompilerServices;

/// <summary>A step from a value to what it is made of: a property, an item or an entry.</summary>
internal readonly struct PathSegment
{
    private readonly MemberValidator? _member;
    private readonly string? _key;
    private readonly int _index;

    public PathSegment(MemberValidator member) => _member = member;

    public PathSegment(string key) => _key = key;

    public PathSegment(int index) => _index = index;

    /// <summary>The path with this step behind it.</summary>
    public string Append(string path, RequestValidation request) =>
        _member is null ? $"{path}[{_key ?? _index.ToString(CultureInfo.InvariantCulture)}]"
        : path.Length == 0 ? _member.NameIn(request)
        : $"{path}.{_member.NameIn(request)}";
}
