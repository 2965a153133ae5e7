using Upwire.Generators.Models;

namespace Upwire.Generators.Emission;

/// <summary>An argument of the user's method, or a part of one that is taken apart, with the local that holds it.</summary>
internal sealed class Argument
{
    private readonly string _local;
    private readonly string _parameterLocal;
    private readonly string _validatorLocal;

    /// <summary>An argument of a method.</summary>
    public Argument(ParameterModel parameter, string local, int position, string place, string reflection, LocalNames locals)
        : this(parameter, local, owner: null, place, reflection, locals) => Position = position;

    private Argument(ParameterModel parameter, string local, string? owner, string place, string reflection, LocalNames locals)
    {
        Parameter = parameter;
        Owner = owner;
        Place = place;
        Reflection = reflection;
        _local = local;
        _parameterLocal = parameter.Binding is ParameterBinding.Custom { TakesParameter: true } ? locals.Add(local + "Parameter") : "";
        _validatorLocal = parameter.Validation is null ? "" : locals.Add(local + "Validator");
        if (parameter.Binding is ParameterBinding.Composite composite)
        {
            Arguments = PartsOf(composite.Arguments, composite.Type, locals);
            Members = PartsOf(composite.Members, composite.Type, locals);
        }
    }

    public ParameterModel Parameter { get; }

    public ParameterBinding Binding => Parameter.Binding;

    public string Type => Parameter.TypeExpression;

    public string Local => Identifier.Escape(_local);

    /// <summary>The local of what a type that binds itself is told about it.</summary>
    public string ParameterLocal => Identifier.Escape(_parameterLocal);

    /// <summary>The local of the validator of its value.</summary>
    public string ValidatorLocal => Identifier.Escape(_validatorLocal);

    /// <summary>Its place among what the endpoint's filters see; of no meaning for a part.</summary>
    public int Position { get; }

    /// <summary>The type that it is a part of; null for a parameter of the user's method.</summary>
    public string? Owner { get; }

    /// <summary>The argument that tells the runtime which parameter, or which part of the owner, it is.</summary>
    public string Place { get; }

    /// <summary>The expression of the <c>ParameterInfo</c> that a type which binds itself is told.</summary>
    public string Reflection { get; }

    /// <summary>What its constructor is given, where it is taken apart.</summary>
    public IReadOnlyList<Argument> Arguments { get; } = [];

    /// <summary>The members that are set, where it is taken apart.</summary>
    public IReadOnlyList<Argument> Members { get; } = [];

    /// <summary>Whether it has a local: the others are looked up where they are used.</summary>
    public bool IsBound => Binding is not (ParameterBinding.Request or ParameterBinding.Connection or ParameterBinding.Messages);

    /// <summary>Whether it is not there before the connection is.</summary>
    public bool IsOfConnection => Binding is ParameterBinding.Connection or ParameterBinding.Messages;

    /// <summary>Its value, in the code that binds it or calls the user's method.</summary>
    public string Value => Binding switch
    {
        ParameterBinding.Request(var expression) => expression,
        ParameterBinding.Connection connection => connection.Expression,
        ParameterBinding.Messages { IsSequence: true } => "messages.ReadAllAsync(connection)",
        _ => Local,
    };

    /// <summary>Itself, or, where it is taken apart, what it is made of.</summary>
    public IEnumerable<Argument> Leaves => Binding is ParameterBinding.Composite ? Parts.SelectMany(static part => part.Leaves) : [this];

    /// <summary>Everything that is taken apart, the inner ones first.</summary>
    public IEnumerable<Argument> Composites =>
        Binding is ParameterBinding.Composite ? [.. Parts.SelectMany(static part => part.Composites), this] : [];

    /// <summary>Itself, and, where it is taken apart, all that it is made of, the inner ones first.</summary>
    public IEnumerable<Argument> All => [.. Parts.SelectMany(static part => part.All), this];

    private IEnumerable<Argument> Parts => Arguments.Concat(Members);

    private Argument[] PartsOf(IEnumerable<ParameterModel> parts, string owner, LocalNames locals) => [.. parts.Select(part => PartOf(part, owner, locals))];

    private Argument PartOf(ParameterModel part, string owner, LocalNames locals)
    {
        string place = Literal.Of(part.Name);
        return new(part, locals.Add($"{_local}_{part.Name}"), owner, place, $"global::Upwire.CompilerServices.CustomBinding.GetParameter<{owner}>({place})", locals);
    }
}
