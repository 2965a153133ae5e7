using System.Text.Json.Serialization;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Native;

/// <summary>What is validated: a context of its own, for some of its types are called as others are.</summary>
[JsonSerializable(typeof(List<ValidationController.Order>))]
[JsonSerializable(typeof(ValidationController.Branch))]
[JsonSerializable(typeof(ValidationController.Figure))]
[JsonSerializable(typeof(ValidationController.Order))]
[JsonSerializable(typeof(ValidationController.Password))]
[JsonSerializable(typeof(ValidationController.Priced))]
[JsonSerializable(typeof(ValidationController.Stocked))]
internal sealed partial class ValidationJsonContext : JsonSerializerContext;
