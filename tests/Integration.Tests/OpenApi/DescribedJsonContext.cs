using System.Text.Json.Serialization;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.OpenApi;

/// <summary>What the described endpoints read and write as JSON.</summary>
[JsonSerializable(typeof(Described))]
[JsonSerializable(typeof(Point))]
public sealed partial class DescribedJsonContext : JsonSerializerContext;
