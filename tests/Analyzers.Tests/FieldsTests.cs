using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0020, UPW0021 and UPW0022 where fields of a form or a query make a value.</summary>
public sealed class FieldsTests
{
    [Fact]
    public Task Fires_on_a_member_that_no_field_makes() => Test.RunAsync(
        """
        public interface IOwner;

        public sealed class Order
        {
            public string Name { get; set; } = "";

            public IOwner? Owner { get; set; }
        }

        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Add([FromForm] Order {|#0:order|}) => "";
        }
        """,
        "UPW0020",
        "The parameter 'order' cannot be bound: 'Order.Owner' cannot be read from fields: 'IOwner?' is nothing that fields make: an interface, a private type, or another collection than arrays, List, HashSet, Dictionary and their interfaces; [IgnoreDataMember] leaves a member out");

    [Theory]
    [InlineData("Action")]
    [InlineData("Queue<int>")]
    [InlineData("IDisposable")]
    [InlineData("Dictionary<Rooms, int>")]
    [InlineData("List<Rooms?>")]
    [InlineData("Stream")]
    public Task Fires_on_each(string type) => Test.RunAsync(
        $$"""
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string Get([FromQuery] {{type}} {|UPW0020:value|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_a_member_without_a_value_to_keep() => Test.RunAsync(
        """
        public sealed class Order
        {
            private readonly string _name = "";

            public string Name { init => _name = value; }
        }

        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Add([FromForm] Order {|#0:order|}) => "";
        }
        """,
        "UPW0020",
        "The parameter 'order' cannot be bound: 'Order.Name' cannot be read from fields: it is set with the construction only, and nobody can get what it is without a value; [IgnoreDataMember] leaves a member out");

    [Fact]
    public Task Fires_on_a_file_from_the_query() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Get([FromQuery] Microsoft.AspNetCore.Http.IFormFile {|UPW0020:file|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_a_form_beside_a_body() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/a")]
            public string A([FromForm] string name, [FromBody] string {|UPW0021:body|}) => "";

            [HttpPost("/b")]
            public string B(Stream body, Microsoft.AspNetCore.Http.IFormFile {|UPW0021:file|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_a_form_where_none_is_expected() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(Microsoft.AspNetCore.Http.IFormFile {|UPW0022:file|}) => "";

            [WebSocket("/b")]
            public Task B(Microsoft.AspNetCore.Http.IFormFile {|UPW0020:file|}, WebSocketConnection socket) => Task.CompletedTask;

            [WebSocket("/c")]
            public Task C([FromForm] string {|UPW0020:name|}, WebSocketConnection socket) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Does_not_fire_on_what_fields_make() => Test.RunAsync(
        """
        public sealed record Address(string Street, int? Number);

        public sealed class @class
        {
            public @class? @event { get; set; }

            public IList<@class> Children { get; init; } = [];

            public Dictionary<int, Address[]> Homes { get; set; } = [];

            public required ISet<string> Tags { get; set; }

            [System.Runtime.Serialization.IgnoreDataMember]
            public Action? Callback { get; set; }

            public Action? Computed => Callback;
        }

        public sealed record Page<T>(T[] Items, DayOfWeek Day = DayOfWeek.Monday);

        public struct Point
        {
            public int X { get; set; }

            public int Y { get; set; }
        }

        public sealed class Rooms
        {
            [HttpPost("/a")]
            public string A([FromForm] @class value, [FromForm(Name = "q\"")] Page<int> page, [FromForm] Page<Address>? other, Microsoft.AspNetCore.Http.IFormFile file, List<Microsoft.AspNetCore.Http.IFormFile> files, Microsoft.AspNetCore.Http.IFormFileCollection all, Microsoft.AspNetCore.Http.IFormCollection? form) => "";

            [HttpGet("/b")]
            public string B([FromQuery] Point point, [FromQuery] Point? none, [FromQuery] IEnumerable<Address> list, [FromForm] string? name) => "";

            [HttpMethod("PROPFIND", "/c")]
            public string C(Microsoft.AspNetCore.Http.IFormFile file) => "";
        }
        """);
}
