using System.Globalization;
using CsCheck;
using Upwire.Generators.Matching;

namespace Upwire.Analyzers.Tests.Matching;

/// <summary>What the analyzer says of route tables, held against what ASP.NET Core's matcher does.</summary>
public sealed class RouteTableTests
{
    // More in a night: UPWIRE_FUZZ=1000000.
    private static readonly int Iterations = int.TryParse(Environment.GetEnvironmentVariable("UPWIRE_FUZZ"), CultureInfo.InvariantCulture, out int count) ? count : 500;

    [Fact]
    public Task Says_conflict_exactly_when_the_matcher_throws_for_some_request() =>
        Gen.Select(RouteTables.Tables, RouteTables.Requests).SampleAsync(
            static async (table, requests) =>
            {
                var routes = RouteTables.Read(table);
                var conflicts = new RouteTable(routes).FindConflicts().ToList();
                var inConflict = conflicts.SelectMany(static conflict => new[] { conflict.First, conflict.Second }).Select(route => Array.IndexOf(routes, route)).ToHashSet();
                using var matcher = AspNetCoreMatcher.Of(table);
                foreach (var conflict in conflicts)
                {
                    int[] reached = await matcher.MatchAsync(conflict.First.Verb, conflict.Path);
                    Assert.True(
                        reached.Contains(Array.IndexOf(routes, conflict.First)) && reached.Contains(Array.IndexOf(routes, conflict.Second)),
                        $"/{string.Join("/", conflict.Path)} is said to be ambiguous, and reaches {string.Join(", ", reached)}");
                }

                foreach (var (verb, path) in requests)
                {
                    // The exception names what else matches, too, though it would come later.
                    int[] reached = await matcher.MatchAsync(verb, path);
                    Assert.True(
                        reached.Length < 2 || reached.Count(inConflict.Contains) >= 2,
                        $"{verb ?? "WebSocket"} /{string.Join("/", path)} is ambiguous between {string.Join(", ", reached)}, which is not said");
                }
            },
            iter: Iterations,
            print: static sample => Print(sample.Item1));

    [Fact]
    public Task Says_unreachable_only_when_no_request_reaches_a_route() =>
        Gen.Select(RouteTables.Tables, RouteTables.Requests).SampleAsync(
            static async (table, requests) =>
            {
                var routes = RouteTables.Read(table);
                var unreachable = new RouteTable(routes).FindUnreachable().Select(found => Array.IndexOf(routes, found.Route)).ToHashSet();
                using var matcher = AspNetCoreMatcher.Of(unreachable.Count > 0 ? table : []);
                foreach (var (verb, path) in requests)
                {
                    int[] reached = await matcher.MatchAsync(verb, path);
                    Assert.True(reached is not [var only] || !unreachable.Contains(only), $"{verb ?? "WebSocket"} /{string.Join("/", path)} reaches {string.Join(", ", reached)}");
                }
            },
            iter: Iterations,
            print: static sample => Print(sample.Item1));

    private static string Print(IEnumerable<(string? Verb, string Template)> table) =>
        string.Join("\n", table.Select(static (route, i) => $"{i}: {route.Verb ?? "WebSocket"} {route.Template}"));
}
