namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0040.</summary>
public sealed class CoverTypeCodeFixTests
{
    private const string Controller = """
        using System.Collections.Generic;
        using Upwire;

        namespace App.Rooms;

        public sealed record Room(int Id);
        public sealed record Seat(int Id);

        public sealed class RoomController
        {
            [HttpGet("/rooms")]
            public {|UPW0040:List<Room>|} List() => [];

            [HttpGet("/rooms/<id>")]
            public {|UPW0040:Room|} Get(int id) => new(id);

            [HttpPost("/seats")]
            public {|UPW0040:int[]|} Take({|UPW0040:Seat|} seat) => [seat.Id];
        }
        """;

    private const string Program = """
        using Microsoft.AspNetCore.Builder;
        using Upwire;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddUpwire();
        builder.Build().Run();
        """;

    [Fact]
    public Task Adds_types_to_the_context() => JsonFixTest.RunAsync(
        [
            ("Rooms.cs", Controller),
            ("Program.cs", Program),
            ("Json.cs", """
                using System.Text.Json.Serialization;
                using App.Rooms;

                namespace App;

                /// <summary>Kept.</summary>
                [JsonSerializable(typeof(string))]
                internal sealed partial class Json : JsonSerializerContext;
                """),
        ],
        [
            ("Json.cs", """
                using System.Collections.Generic;
                using System.Text.Json.Serialization;
                using App.Rooms;

                namespace App;

                /// <summary>Kept.</summary>
                [JsonSerializable(typeof(List<Room>))]
                [JsonSerializable(typeof(Seat))]
                [JsonSerializable(typeof(int[]))]
                [JsonSerializable(typeof(string))]
                internal sealed partial class Json : JsonSerializerContext;
                """),
        ]);

    [Fact]
    public Task Adds_types_behind_those_that_are_not_sorted() => JsonFixTest.RunAsync(
        [
            ("Program.cs", Program),
            ("Json.cs", """
                using System.Text.Json.Serialization;
                using Upwire;

                namespace App
                {
                    public sealed record Room(int Id);
                    public sealed record Seat(int Id);
                    public sealed record Zone(int Id);

                    public sealed class RoomController
                    {
                        [HttpGet("/rooms")]
                        public {|UPW0040:Room|} Get() => new(1);
                    }

                    // Kept.
                    [JsonSourceGenerationOptions(WriteIndented = true)]
                    [JsonSerializable(typeof(Zone))]
                    [JsonSerializable(typeof(Seat))]
                    internal sealed partial class Json : JsonSerializerContext
                    {
                    }
                }
                """),
        ],
        [
            ("Json.cs", """
                using System.Text.Json.Serialization;
                using Upwire;

                namespace App
                {
                    public sealed record Room(int Id);
                    public sealed record Seat(int Id);
                    public sealed record Zone(int Id);

                    public sealed class RoomController
                    {
                        [HttpGet("/rooms")]
                        public Room Get() => new(1);
                    }

                    // Kept.
                    [JsonSourceGenerationOptions(WriteIndented = true)]
                    [JsonSerializable(typeof(Zone))]
                    [JsonSerializable(typeof(Seat))]
                    [JsonSerializable(typeof(Room))]
                    internal sealed partial class Json : JsonSerializerContext
                    {
                    }
                }
                """),
        ]);

    [Fact]
    public Task Offers_each_context() => JsonFixTest.RunAsync(
        [
            ("Program.cs", Program),
            ("Json.cs", """
                using System.Text.Json.Serialization;
                using Upwire;

                public sealed record Room(int Id);

                public sealed class RoomController
                {
                    [HttpGet("/rooms")]
                    public {|UPW0040:Room|}? Get() => null;
                }

                [JsonSerializable(typeof(string))]
                internal sealed partial class A : JsonSerializerContext;

                [JsonSerializable(typeof(int))]
                internal sealed partial class B : JsonSerializerContext;
                """),
        ],
        [
            ("Json.cs", """
                using System.Text.Json.Serialization;
                using Upwire;

                public sealed record Room(int Id);

                public sealed class RoomController
                {
                    [HttpGet("/rooms")]
                    public Room? Get() => null;
                }

                [JsonSerializable(typeof(string))]
                internal sealed partial class A : JsonSerializerContext;

                [JsonSerializable(typeof(Room))]
                [JsonSerializable(typeof(int))]
                internal sealed partial class B : JsonSerializerContext;
                """),
        ],
        action: 1);

    [Fact]
    public Task Creates_a_context_and_registers_it() => JsonFixTest.RunAsync(
        [
            ("Rooms.cs", Controller),
            ("Program.cs", Program),
        ],
        [
            ("Program.cs", """
                using App;
                using Microsoft.AspNetCore.Builder;
                using Microsoft.Extensions.DependencyInjection;
                using Upwire;

                var builder = WebApplication.CreateSlimBuilder(args);
                builder.Services.AddUpwire();
                builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJsonContext.Default));
                builder.Build().Run();
                """),
            ("AppJsonContext.cs", """
                using System.Collections.Generic;
                using System.Text.Json.Serialization;
                using App.Rooms;

                namespace App;

                [JsonSerializable(typeof(List<Room>))]
                [JsonSerializable(typeof(Seat))]
                [JsonSerializable(typeof(int[]))]
                internal sealed partial class AppJsonContext : JsonSerializerContext;

                """),
        ]);

    [Fact]
    public Task Creates_a_context_of_a_library_which_others_register() => JsonFixTest.RunAsync(
        [
            ("Program.cs", "System.Console.WriteLine();\n"),
            ("Rooms.cs", """
                global using System.Text.Json.Serialization;
                using Upwire;

                namespace App_1.Library;

                public sealed record Room(int Id);

                public sealed class RoomController
                {
                    [HttpGet("/rooms")]
                    public {|UPW0040:Room|}? Get() => null;
                }
                """),
        ],
        [
            ("AppJsonContext.cs", """
                namespace App_1.Library;

                [JsonSerializable(typeof(Room))]
                public sealed partial class AppJsonContext : JsonSerializerContext;

                """),
        ],
        rootNamespace: "App-1.Library");

    [Fact]
    public Task Registers_where_services_are_configured() => JsonFixTest.RunAsync(
        [
            ("Rooms.cs", """
                using Microsoft.Extensions.DependencyInjection;
                using Upwire;

                namespace App;

                internal sealed record Room(int Id);

                public static class Startup
                {
                    public static void Configure(IServiceCollection services)
                    {
                        // All that the server needs.
                        services.AddLogging().AddUpwire();
                    }

                    [HttpGet("/rooms")]
                    internal static {|UPW0040:Room|}? Get() => null;

                    private static void Main()
                    {
                    }
                }
                """),
        ],
        [
            ("Rooms.cs", """
                using Microsoft.Extensions.DependencyInjection;
                using Upwire;

                namespace App;

                internal sealed record Room(int Id);

                public static class Startup
                {
                    public static void Configure(IServiceCollection services)
                    {
                        // All that the server needs.
                        services.AddLogging().AddUpwire();
                        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJsonContext.Default));
                    }

                    [HttpGet("/rooms")]
                    internal static Room? Get() => null;

                    private static void Main()
                    {
                    }
                }
                """),
            ("AppJsonContext.cs", """
                using System.Text.Json.Serialization;

                namespace App;

                [JsonSerializable(typeof(Room))]
                internal sealed partial class AppJsonContext : JsonSerializerContext;

                """),
        ]);

    [Fact]
    public Task Tells_apart_what_is_called_the_same() => JsonFixTest.RunAsync(
        [
            ("Program.cs", Program),
            ("Json.cs", """
                using System.Text.Json.Serialization;
                using Upwire;

                public sealed record Room(int Id);

                public static class Hotel
                {
                    public sealed record Room(int Id);

                    [HttpGet("/rooms")]
                    public static {|UPW0040:Room|}? Get() => null;

                    [HttpGet("/all")]
                    public static {|UPW0040:Room[]|}? All() => null;
                }

                [JsonSerializable(typeof(Room))]
                internal sealed partial class Json : JsonSerializerContext;
                """),
        ],
        [
            ("Json.cs", """
                using System.Text.Json.Serialization;
                using Upwire;

                public sealed record Room(int Id);

                public static class Hotel
                {
                    public sealed record Room(int Id);

                    [HttpGet("/rooms")]
                    public static Room? Get() => null;

                    [HttpGet("/all")]
                    public static Room[]? All() => null;
                }

                [JsonSerializable(typeof(Hotel.Room), TypeInfoPropertyName = "HotelRoom")]
                [JsonSerializable(typeof(Hotel.Room[]))]
                [JsonSerializable(typeof(Room))]
                internal sealed partial class Json : JsonSerializerContext;
                """),
        ]);
}
