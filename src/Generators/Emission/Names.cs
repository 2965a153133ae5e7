namespace Upwire.Generators.Emission;

/// <summary>The framework's names as generated code writes them.</summary>
internal static class Names
{
    public const string EndpointContext = "global::Upwire.CompilerServices.EndpointContext";

    public const string EndpointModule = "global::Upwire.CompilerServices.EndpointModule";

    public const string FilterInvocation = "global::Microsoft.AspNetCore.Http.EndpointFilterInvocationContext";

    public const string HandlerMethods = "global::Upwire.CompilerServices.HandlerMethods";

    public const string HttpContext = "global::Microsoft.AspNetCore.Http.HttpContext";

    public const string NoResult = "global::Microsoft.AspNetCore.Http.Results.Empty";

    public const string ParameterSource = "global::Upwire.CompilerServices.ParameterSource";

    public const string RequestDelegate = "global::Microsoft.AspNetCore.Http.RequestDelegate";

    public const string ResultWriter = "global::Upwire.CompilerServices.ResultWriter";

    public const string Task = "global::System.Threading.Tasks.Task";

    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
}
