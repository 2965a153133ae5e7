using System.Text.Json.Serialization;

namespace Upwire.Integration.Tests.Controllers;

[JsonDerivedType(typeof(Circle), "circle")]
public abstract record Shape;
