using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Upwire.Integration.Tests.Apps;
using Upwire.Integration.Tests.Native;

var definition = AppTable.Find(args is ["--app", var name, ..] ? name : nameof(PlainApp));
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, EnvironmentName = definition.Environment });

// Where it listens is all that the tests read of its output.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.ConfigureHttpJsonOptions(static options =>
{
    options.SerializerOptions.TypeInfoResolverChain.Insert(0, ControllersJsonContext.Default);
    options.SerializerOptions.TypeInfoResolverChain.Insert(1, ValidationJsonContext.Default);
});

definition.Build(builder).Run();
