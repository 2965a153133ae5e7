namespace Chat;

/// <summary>What a room or a user may be called.</summary>
public static class ChatName
{
    public const int MaxLength = 40;

    /// <summary>Says why a name will not do; null when it will.</summary>
    public static string? WhyNot(string what, string name) =>
        name.Length == 0 ? $"The {what} is empty."
        : name.Length > MaxLength ? $"The {what} is longer than {MaxLength} characters."
        : name.Any(char.IsControl) ? $"The {what} has a control character in it."
        : null;
}
