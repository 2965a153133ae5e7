using System.ComponentModel.DataAnnotations;
using Upwire;

public sealed class Booking
{
    [Even]
    public int Seats { get; set; }

    private sealed class EvenAttribute : ValidationAttribute;
}

public sealed class Bookings
{
    [HttpPost("/bookings")]
    public string Add([FromForm] Booking booking) => $"{booking.Seats} seats";
    // UPW0025: The parameter 'booking' cannot be validated: generated code cannot repeat the attribute [Even]: it, or something in its arguments, is private
}
