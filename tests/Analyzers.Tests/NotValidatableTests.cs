using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0025.</summary>
public sealed class NotValidatableTests
{
    [Fact]
    public Task Fires_on_a_private_annotation_of_a_property() => Test.RunAsync(
        """
        public sealed class Booking
        {
            [Even]
            public int Seats { get; set; }

            private sealed class EvenAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute;
        }

        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Add(Booking {|#0:booking|}) => "";
        }
        """,
        "UPW0025",
        "The parameter 'booking' cannot be validated: generated code cannot repeat the attribute [Even]: it, or something in its arguments, is private");

    [Fact]
    public Task Fires_on_a_private_annotation_of_a_parameter_and_deep_inside() => Test.RunAsync(
        """
        public sealed record Inner([property: Rooms.Odd] int Seats);

        public sealed record Outer(List<Inner> Inners);

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A([Even] int {|UPW0025:seats|}) => "";

            [HttpPost("/b")]
            public string B(Outer outer) => "";

            private sealed class EvenAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute;

            internal sealed class OddAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute;
        }
        """);

    [Fact]
    public Task Does_not_fire_on_what_can_be_validated() => Test.RunAsync(
        """
        public interface INamed
        {
            [System.ComponentModel.DataAnnotations.Required]
            string @event { get; }
        }

        public record Root([System.ComponentModel.DataAnnotations.Range(typeof(decimal), "0", "1")] decimal Share, Root? Next);

        public sealed record @class(string @event, decimal Share, Root? Next, @class[]? Others, Dictionary<int, Place?>? Places) : Root(Share, Next), INamed
        {
            [System.ComponentModel.DataAnnotations.StringLength(5, MinimumLength = 1, ErrorMessage = "a \"quote\"")]
            public string @event { get; } = @event;

            [Even]
            [Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
            public int Skipped { get; set; }

            private sealed class EvenAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute;
        }

        public record struct Place([property: System.ComponentModel.DataAnnotations.Range(1, 2)] int Floor);

        public sealed record Page<T>([System.ComponentModel.DataAnnotations.MaxLength(2)] T[] Items);

        public sealed record Parts([System.ComponentModel.DataAnnotations.Range(1, 2)] int Size, Place Body) : System.ComponentModel.DataAnnotations.IValidatableObject
        {
            public IEnumerable<System.ComponentModel.DataAnnotations.ValidationResult> Validate(System.ComponentModel.DataAnnotations.ValidationContext validationContext) => [];
        }

        public sealed class Rooms
        {
            [HttpPost("/a")]
            public string A(@class value, [System.ComponentModel.DataAnnotations.MaxLength(3)] string? isValidated, [System.ComponentModel.DataAnnotations.Range(1, 2)] int? validation) => "";

            [HttpPost("/b")]
            public string B(Page<Place> page) => "";

            [HttpPost("/c")]
            public string C([Microsoft.AspNetCore.Http.AsParameters] Parts parts) => "";

            [HttpPost("/d")]
            public string D([FromForm] Page<Root> page, [FromForm] Place? place) => "";

            [HttpPut("/e")]
            public string E([System.ComponentModel.DataAnnotations.MinLength(1)] Dictionary<string, List<Root>> roots) => "";

            [HttpGet("/g")]
            public string G([System.ComponentModel.DataAnnotations.Range(1, 2)] int id, int idValidator, [System.ComponentModel.DataAnnotations.Range(1, 2)] int idValidatorArgument) => "";

            [WebSocket("/f")]
            public Task F([System.ComponentModel.DataAnnotations.Range(typeof(int), "1", "2")] int seat, WebSocketConnection socket) => Task.CompletedTask;
        }
        """);
}
