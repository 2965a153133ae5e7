using System.ComponentModel.DataAnnotations;

namespace Upwire.Integration.Tests.Library;

/// <summary>A type of another assembly, with annotations.</summary>
public sealed class LibraryBooking
{
    [StringLength(3)]
    public required string Name { get; set; }
}
