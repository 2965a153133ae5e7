using System.Buffers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Upwire;

/// <summary>Writes the data of one answer's events: texts and bytes as they are, all else by its JSON contract.</summary>
/// <param name="type">The contract; null where there is none, for texts and bytes.</param>
internal sealed class EventData<T>(JsonTypeInfo<T>? type) : IDisposable
{
    private Utf8JsonWriter? _json;

    public void Write(SseItem<T> item, IBufferWriter<byte> buffer)
    {
        if (item.Data is not { } data)
        {
            return;
        }

        if (type is not null)
        {
            WriteJson(data, type, buffer);
        }
        else if (data is string text)
        {
            Encoding.UTF8.GetBytes(text, buffer);
        }
        else if (data is byte[] bytes)
        {
            buffer.Write(bytes);
        }
    }

    public void Dispose() => _json?.Dispose();

    private void WriteJson(T data, JsonTypeInfo<T> contract, IBufferWriter<byte> buffer)
    {
        if (_json is null)
        {
            _json = new(buffer, new() { Encoder = contract.Options.Encoder, MaxDepth = contract.Options.MaxDepth, SkipValidation = true });
        }
        else
        {
            _json.Reset(buffer);
        }

        JsonSerializer.Serialize(_json, data, contract);
        _json.Flush();
    }
}
