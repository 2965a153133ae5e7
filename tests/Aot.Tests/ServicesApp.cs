using Upwire.Aot.Tests;

namespace Upwire.Integration.Tests;

/// <summary>The same binary, which has the services that some of the controllers take.</summary>
public sealed class ServicesApp(PublishFolder publishFolder) : UpwireApp(publishFolder);
