using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auth;

/// <summary>Who signs in, and for how many seconds that is to hold.</summary>
public sealed record SignIn([property: Required, StringLength(40)] string User, [property: Range(1, 300)] int Seconds = 300);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SignIn))]
internal sealed partial class AuthJson : JsonSerializerContext;
