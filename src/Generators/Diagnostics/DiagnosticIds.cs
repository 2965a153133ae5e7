namespace Upwire.Generators.Diagnostics;

/// <summary>The ids of all rules. They are stable and never reused.</summary>
internal static class DiagnosticIds
{
    public const string TemplateSyntax = "UPW0001";

    public const string ParameterNotTaken = "UPW0002";

    public const string FromRouteWithoutParameter = "UPW0003";

    public const string UnknownConstraint = "UPW0004";

    public const string ConstraintType = "UPW0005";

    public const string OptionalParameter = "UPW0006";

    public const string RouteConflict = "UPW0010";

    public const string UnreachableRoute = "UPW0011";

    public const string DuplicateName = "UPW0012";

    public const string Unbindable = "UPW0020";

    public const string TwoBodies = "UPW0021";

    public const string InferredBody = "UPW0022";

    public const string MessagesNotTaken = "UPW0023";

    public const string DefaultInPlaceOfNull = "UPW0024";

    public const string NotValidatable = "UPW0025";

    public const string NotCallable = "UPW0030";

    public const string ResultNotWritable = "UPW0031";

    public const string ControllerNotConstructible = "UPW0032";

    public const string NoConnection = "UPW0033";

    public const string HandshakeMethod = "UPW0034";

    public const string AttributeValue = "UPW0035";

    public const string NotCovered = "UPW0040";

    public const string NotCoverable = "UPW0041";

    public const string OpenOrigins = "UPW0050";

    public const string CostlyCompression = "UPW0051";

    public const string RawWebSocket = "UPW0052";

    public const string SetUp = "UPW0060";

    public const string MvcAttribute = "UPW0061";

    public const string EmptyController = "UPW0062";
}
