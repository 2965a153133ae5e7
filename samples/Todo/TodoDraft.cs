using System.ComponentModel.DataAnnotations;

namespace Todo;

/// <summary>What a client says of something to do.</summary>
public sealed record TodoDraft([property: Required, StringLength(200)] string Title, bool IsDone = false);
