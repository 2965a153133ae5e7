using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Upwire;
using Upwire.Integration.Tests.Controllers;
using Upwire.Integration.Tests.Native;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddUpwire();
builder.Services.AddSingleton<Disposals>();
builder.Services.AddSingleton(new Greeter("hi"));
builder.Services.AddSingleton<IGreeter>(new Greeter("hello"));
builder.Services.AddKeyedSingleton<IGreeter>("loud", new Greeter("HELLO"));
builder.Services.ConfigureHttpJsonOptions(static options =>
{
    options.SerializerOptions.TypeInfoResolverChain.Insert(0, ControllersJsonContext.Default);
    options.SerializerOptions.TypeInfoResolverChain.Insert(1, ValidationJsonContext.Default);
});

var app = builder.Build();
app.MapUpwire();
app.Run();
