using Upwire.CompilerServices;

namespace Upwire;

/// <summary>What <c>MapUpwire</c> has mapped, once for each call.</summary>
internal sealed class MappedModules
{
    private readonly List<EndpointModule> _modules = [];

    public IReadOnlyList<EndpointModule> All => _modules;

    public void Add(EndpointModule module) => _modules.Add(module);
}
