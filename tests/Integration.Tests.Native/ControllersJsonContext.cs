using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization;
using Upwire.Integration.Tests.Controllers;
using Upwire.Integration.Tests.Library;

namespace Upwire.Integration.Tests.Native;

/// <summary>What the controllers read and write as JSON.</summary>
[JsonSerializable(typeof(byte[]))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IAsyncEnumerable<int>))]
[JsonSerializable(typeof(IAsyncEnumerable<SseItem<string>>))]
[JsonSerializable(typeof(IEnumerable<Shape>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Described))]
[JsonSerializable(typeof(FormController.Todo))]
[JsonSerializable(typeof(MessageController.Note))]
[JsonSerializable(typeof(Nest))]
[JsonSerializable(typeof(Numbers))]
[JsonSerializable(typeof(Point[]))]
[JsonSerializable(typeof(Point))]
[JsonSerializable(typeof(QueryObjectController.Search))]
[JsonSerializable(typeof(Shape))]
[JsonSerializable(typeof(Words))]
[JsonSerializable(typeof(LibraryBooking))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class ControllersJsonContext : JsonSerializerContext;
