using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Validation;
using Upwire.Integration.Tests.Library;

#pragma warning disable ASP0029 // The attribute is there in this release of ASP.NET Core, and said to be preliminary.

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Parameters and types with annotations.</summary>
[Route("/validation")]
[RequireAntiforgeryToken(required: false)]
public static class ValidationController
{
    [HttpGet("/page/<size:int>")]
    public static string Page([Range(1, 50)] int size, [Range(1, 100)] int page = 1, [StringLength(3), RegularExpression("^[a-z]*$")] string? sort = null) => $"{size} {page} {sort}";

    [HttpGet("/ids")]
    public static string Ids([MaxLength(2)] int[] ids, [FromHeader(Name = "X-Code"), MinLength(2)] string? code) => $"{ids.Length} {code}";

    [HttpPost("/orders")]
    public static string Add(Order order) => order.Name;

    [HttpPost("/orders-list")]
    public static string Orders([MinLength(1)] List<Order> orders) => $"{orders.Count}";

    [HttpPost("/form")]
    public static string Form([FromForm] Order order) => order.Name;

    [HttpPost("/skipped")]
    public static string Skipped([SkipValidation] Order order) => order.Name;

    [HttpGet("/parts")]
    public static string Parts([AsParameters] Span span) => $"{span.From}-{span.To}";

    [HttpPost("/shape")]
    public static string Shape([FromBody] Figure figure) => figure.GetType().Name;

    [HttpPost("/tree")]
    public static string Tree(Branch branch) => $"{branch.Children.Count}";

    [HttpPost("/library")]
    public static string Library(LibraryBooking booking) => booking.Name;

    [HttpPost("/password")]
    public static string Change(Password password) => password.First;

    [HttpPost("/stock")]
    public static string Stock(Stocked stocked) => stocked.Name;

    [HttpPost("/price")]
    public static string Price(Priced priced) => $"{priced.Amount}";

    [WebSocket("/socket")]
    public static Task Socket([Range(1, 5)] int seat, WebSocketConnection socket) => socket.SendAsync($"seat {seat}").AsTask();

    public sealed record Order([Required, StringLength(5)] string Name, [Range(1, 10)] int Count, Address? Address, List<Item>? Items)
    {
        [JsonPropertyName("e-mail"), EmailAddress]
        public string? Mail { get; init; }

        public Dictionary<string, Item>? Extras { get; init; }

        [ValidateNever]
        public Item? Free { get; init; }
    }

    public class Address
    {
        [Required, Display(Name = "the street")]
        public string Street { get; set; } = "";

        [Range(1, 999, ErrorMessage = "House numbers go from {1} to {2}.")]
        [DisplayName("the number")]
        public int Number { get; set; } = 1;
    }

    public readonly record struct Item([property: MinLength(2)] string Name);

    public sealed record Span([Range(0, 10)] int From, [Range(0, 10)] int To) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (To < From)
            {
                yield return new ValidationResult("The end lies before the beginning.", [nameof(To)]);
            }
        }
    }

    [JsonDerivedType(typeof(Disc), "disc")]
    [JsonDerivedType(typeof(Square), "square")]
    public abstract class Figure
    {
        [Required]
        public string? Name { get; set; }
    }

    public sealed class Disc : Figure
    {
        [Range(1, 5)]
        public int Radius { get; set; }
    }

    public sealed class Square : Figure;

    public sealed class Branch
    {
        [MaxLength(3)]
        public string Name { get; set; } = "";

        public List<Branch> Children { get; set; } = [];
    }

    public sealed class Password
    {
        public string First { get; set; } = "";

        [Compare(nameof(First))]
        public string Second { get; set; } = "";
    }

    [InStock]
    public sealed record Stocked(string Name);

    public sealed class Priced
    {
        [Range(typeof(decimal), "0.01", "99.99", ParseLimitsInInvariantCulture = true)]
        public decimal Amount { get; set; }
    }

    public sealed class InStockAttribute : ValidationAttribute
    {
        protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
            validationContext.GetRequiredService<IGreeter>().Greet("x").Contains(((Stocked)value!).Name, StringComparison.Ordinal) ? ValidationResult.Success : new("There is none left.");
    }
}
