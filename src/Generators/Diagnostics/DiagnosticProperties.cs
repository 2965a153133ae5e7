namespace Upwire.Generators.Diagnostics;

/// <summary>What diagnostics tell their code fixes. The first additional location of each that is about an endpoint is the handler's name.</summary>
internal static class DiagnosticProperties
{
    /// <summary>UPW0002, UPW0003, UPW0005, UPW0006: the parameter of the template. UPW0034: the method that the attribute names, where there is none.</summary>
    public const string Name = nameof(Name);

    /// <summary>UPW0002, UPW0005: the type that constraints ask for, by metadata name.</summary>
    public const string Type = nameof(Type);

    /// <summary>UPW0002, UPW0006: whether the path may lack it. UPW0005: whether the parameter may be null.</summary>
    public const string IsOptional = nameof(IsOptional);

    /// <summary>UPW0002: the parameter of the method that was probably meant. UPW0003: that of the template.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>UPW0001, UPW0004: what the template has at the place of the diagnostic.</summary>
    public const string Replaced = nameof(Replaced);

    /// <summary>UPW0001, UPW0004: what was meant there. UPW0052: what to pass instead of the token.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>UPW0003: the parameter as the template would have it, between its brackets; null where a path could not bring it.</summary>
    public const string Addition = nameof(Addition);

    /// <summary>UPW0005: the constraint that fits the type.</summary>
    public const string Constraint = nameof(Constraint);

    /// <summary>UPW0034: the property of the attribute that names a method.</summary>
    public const string Setting = nameof(Setting);

    /// <summary>UPW0060: whether the endpoints are never mapped.</summary>
    public const string LacksMapping = nameof(LacksMapping);

    /// <summary>UPW0060: whether the services are never added.</summary>
    public const string LacksServices = nameof(LacksServices);

    /// <summary>UPW0040: the type, by the id that documentation comments refer to it by.</summary>
    public const string Id = nameof(Id);
}
