using Microsoft.AspNetCore.Mvc;

namespace Todo;

/// <summary>Tells the description that an endpoint may answer with a problem, which a <c>ProblemHttpResult</c> does not say by itself.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ProducesProblemAttribute(int status) : ProducesResponseTypeAttribute(typeof(ProblemDetails), status, "application/problem+json");
