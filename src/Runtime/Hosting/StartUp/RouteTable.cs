namespace Upwire;

/// <summary>A table of endpoints for people: a line each, in columns.</summary>
internal static class RouteTable
{
    public static string Format(IReadOnlyList<RouteRow> rows)
    {
        int method = rows.Max(static row => row.Method.Length);
        int template = rows.Max(static row => row.Template.Length);
        int handler = rows.Max(static row => row.Handler.Length);
        return string.Join('\n', rows.Select(row =>
            $"{row.Method.PadRight(method)}  {row.Template.PadRight(template)}  {row.Handler.PadRight(handler)}  {row.Source}".TrimEnd()));
    }
}
