using Microsoft.Extensions.DependencyInjection;

namespace Upwire;

/// <summary>Adds further parts of Upwire to an application.</summary>
public interface IUpwireBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }
}
