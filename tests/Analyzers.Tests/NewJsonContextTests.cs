namespace Upwire.Analyzers.Tests;

/// <summary>The context that the mend of UPW0040 creates.</summary>
public sealed class NewJsonContextTests
{
    [Fact]
    public Task Tells_apart_what_is_called_the_same_in_a_new_context() => JsonFixTest.RunAsync(
        [
            ("Program.cs", "System.Console.WriteLine();\n"),
            ("Rooms.cs", """
                using Upwire;

                namespace App
                {
                    internal sealed record Room(int Id);

                    internal static class Hotel
                    {
                        internal sealed record Room(int Id);
                        internal sealed record Suite(App.Room Bath);

                        [HttpPost("/rooms")]
                        internal static {|UPW0040:Suite|}? Post({|UPW0040:Room|} room) => null;
                    }
                }
                """),
        ],
        [
            ("AppJsonContext.cs", """
                using System.Text.Json.Serialization;

                namespace App;

                [JsonSerializable(typeof(Hotel.Room), TypeInfoPropertyName = "HotelRoom")]
                [JsonSerializable(typeof(Hotel.Suite))]
                internal sealed partial class AppJsonContext : JsonSerializerContext;

                """),
        ]);

    [Fact]
    public Task Creates_a_context_where_those_that_are_there_are_too_public() => JsonFixTest.RunAsync(
        [
            ("Program.cs", "System.Console.WriteLine();\n"),
            ("Rooms.cs", """
                using System.Collections.Generic;
                using System.Text.Json.Serialization;
                using Upwire;

                namespace App;

                internal sealed record Room(int Id);
                public sealed record Seat(int Id);

                internal static class Rooms
                {
                    [HttpGet("/rooms")]
                    internal static {|UPW0040:List<Room>|} All() => [];
                }

                [JsonSerializable(typeof(Seat))]
                public sealed partial class Json : JsonSerializerContext;
                """),
        ],
        [
            ("AppJsonContext.cs", """
                using System.Collections.Generic;
                using System.Text.Json.Serialization;

                namespace App;

                [JsonSerializable(typeof(List<Room>))]
                internal sealed partial class AppJsonContext : JsonSerializerContext;

                """),
        ]);
}
