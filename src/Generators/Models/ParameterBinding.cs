namespace Upwire.Generators.Models;

/// <summary>Where a parameter's value comes from.</summary>
internal abstract record ParameterBinding
{
    private ParameterBinding()
    {
    }

    /// <summary>Whether the request's form has to be read for it.</summary>
    public bool IsOfForm => this is Text { Source: "Form" } or Fields { Source: "Form" } or Form;

    /// <summary>Whether a request may leave it out.</summary>
    public bool IsOptional => this switch
    {
        Text text => text.Fallback is not null || text.Shape != TextShape.Value,
        Fields fields => fields.Fallback is not null,
        Form form => !form.IsRequired,
        JsonBody body => !body.IsRequired,
        Custom custom => !custom.IsRequired,
        _ => false,
    };

    /// <summary>Whether it comes from what a client sends, so that its annotations are asked.</summary>
    public bool IsValidated => this is not (Service or Request or Connection);

    /// <summary>Whether it takes the messages of a connection, which have one taker.</summary>
    public bool TakesMessages => this is Messages or Connection { IsReceiver: true };

    /// <summary>Whether a request may be refused for it.</summary>
    public bool CanFail => this is Text or JsonBody or Fields or Form or Custom;

    /// <summary>A text of the request, parsed.</summary>
    /// <param name="Source">The member of <c>ParameterSource</c>.</param>
    /// <param name="Key">Its name there.</param>
    /// <param name="Shape">Whether it is one value, or as many as there are.</param>
    /// <param name="ValueType">The type that is parsed, without the nullability of references: of an array, its elements'.</param>
    /// <param name="Parser">The parser's type, fully qualified.</param>
    /// <param name="Generated">What of the parser has to be generated; null where it is the runtime's.</param>
    /// <param name="Fallback">The expression that stands for a missing value; null where it must not be missing.</param>
    public sealed record Text(string Source, string Key, TextShape Shape, string ValueType, string Parser, ParserModel? Generated, string? Fallback) : ParameterBinding;

    /// <summary>The body, read as JSON.</summary>
    /// <param name="Type">The type, without the nullability of references.</param>
    /// <param name="IsRequired">Whether a request without a body fails.</param>
    /// <param name="Fallback">The expression that stands for a missing body.</param>
    public sealed record JsonBody(string Type, bool IsRequired, string? Fallback) : ParameterBinding;

    /// <summary>What several fields of a form or a query make: an object, a collection, a file.</summary>
    /// <param name="Source">The member of <c>ParameterSource</c>.</param>
    /// <param name="Key">Its name there.</param>
    /// <param name="IsNamed">Whether its fields always have the name before theirs; otherwise they may stand alone.</param>
    /// <param name="ValueType">The type that is read, fully qualified.</param>
    /// <param name="Reader">The reader's type.</param>
    /// <param name="Readers">The readers that have to be generated.</param>
    /// <param name="Parsers">The parsers that have to be generated.</param>
    /// <param name="Fallback">The expression that stands for a missing value; null where it must not be missing.</param>
    public sealed record Fields(
        string Source,
        string Key,
        bool IsNamed,
        string ValueType,
        string Reader,
        EquatableArray<ReaderModel> Readers,
        EquatableArray<ParserModel> Parsers,
        string? Fallback) : ParameterBinding
    {
        /// <summary>The reader of the object that it is; null where it is a collection, or a file.</summary>
        public ReaderModel? Object => Find(Reader);

        /// <summary>
        /// What an object is described by: its fields, and in place of those that are objects, theirs. One inside itself, and in a
        /// collection, is described as the type that it is.
        /// </summary>
        public IEnumerable<FieldPart> Parts => Object is { } reader ? PartsOf(reader, IsNamed ? Key + "." : "", IsOptional, []) : [];

        private IEnumerable<FieldPart> PartsOf(ReaderModel reader, string prefix, bool isOptional, string[] around) =>
            reader.Fields.Where(static field => field.Property is not null).SelectMany(field =>
                Find(field.Reader) is { } inner && inner != reader && !around.Contains(inner.Name)
                    ? PartsOf(inner, $"{prefix}{field.Key}.", isOptional || !field.IsRequired, [.. around, reader.Name])
                    : [new(reader, field, prefix + field.Key, isOptional || !field.IsRequired)]);

        private ReaderModel? Find(string name) => Readers.FirstOrDefault(reader => reader.Name == name);
    }

    /// <summary>The whole form, or all its files.</summary>
    /// <param name="Member">The member of the binder that has it.</param>
    /// <param name="IsRequired">Whether a request without a form fails.</param>
    public sealed record Form(string Member, bool IsRequired) : ParameterBinding;

    /// <summary>A value that its type binds itself, by <c>BindAsync</c>.</summary>
    /// <param name="Method">The method, fully qualified.</param>
    /// <param name="TakesParameter">Whether it is told which parameter it is called for.</param>
    /// <param name="IsRequired">Whether null fails.</param>
    /// <param name="Fallback">The expression that stands for null, where another than null does.</param>
    public sealed record Custom(string Method, bool TakesParameter, bool IsRequired, string? Fallback) : ParameterBinding;

    /// <summary>An object whose parts are bound one by one.</summary>
    /// <param name="Type">The type, without the nullability of references.</param>
    /// <param name="Arguments">What its constructor is given, in order.</param>
    /// <param name="Members">The members that are set.</param>
    public sealed record Composite(string Type, EquatableArray<ParameterModel> Arguments, EquatableArray<ParameterModel> Members) : ParameterBinding;

    /// <summary>A service of the request's scope.</summary>
    /// <param name="Model">The service.</param>
    public sealed record Service(ServiceModel Model) : ParameterBinding;

    /// <summary>A part of the request itself.</summary>
    /// <param name="Expression">The expression, over a local <c>context</c>.</param>
    public sealed record Request(string Expression) : ParameterBinding;

    /// <summary>The accepted connection, in one of its shapes.</summary>
    /// <param name="Expression">The expression, over a local <c>connection</c>.</param>
    /// <param name="IsReceiver">Whether the shape takes all messages.</param>
    public sealed record Connection(string Expression, bool IsReceiver = false) : ParameterBinding;

    /// <summary>A message of the connection, for each of which the handler is called, or all of them.</summary>
    /// <param name="Kind">How a message is read.</param>
    /// <param name="Type">What it is read as, without the nullability of references.</param>
    /// <param name="IsRequired">Whether the JSON value null does not fit.</param>
    /// <param name="IsSequence">Whether it is all messages.</param>
    public sealed record Messages(MessageKind Kind, string Type, bool IsRequired, bool IsSequence) : ParameterBinding;
}
