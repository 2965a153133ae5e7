using Microsoft.AspNetCore.Antiforgery;

namespace Upwire;

/// <summary>Of an endpoint that reads a form. The anti-forgery middleware looks for it.</summary>
internal sealed class FormMetadata : IAntiforgeryMetadata
{
    public bool RequiresValidation => true;
}
