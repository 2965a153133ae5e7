using Upwire.Integration.Tests.Apps;

namespace Upwire.Integration.Tests.Native;

/// <summary>The applications that the program can be, by name.</summary>
internal static class AppTable
{
    private static readonly AppDefinition[] Apps =
    [
        new AntiforgeryApp(),
        new BasePathApp(),
        new ClosedApp(),
        new CustomizedProblemsApp(),
        new DecompressingApp(),
        new DefaultsApp(),
        new DevelopmentApp(),
        new FeedApp(),
        new FilteringApp(),
        new ForeignEndpointsApp(),
        new GroupedApp(),
        new HandlingApp(),
        new HostileApp(),
        new LifetimeApp(),
        new MiddlewareApp(),
        new OpenApiApp(),
        new PlainApp(),
        new ProxiedApp(),
        new QuerySettingApp(),
        new RegisteredFilterApp(),
        new ReplacingApp(),
        new SecuredApp(),
        new ServicesApp(),
        new SmallBodiesApp(),
        new UnguardedFormsApp(),
        new UnvalidatedApp(),
        new ValidatingApp(),
    ];

    public static AppDefinition Find(string name) =>
        Array.Find(Apps, app => app.GetType().Name == name) ?? throw new ArgumentException($"There is no '{name}' in {nameof(AppTable)}.");
}
