using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>
/// Completes what ASP.NET Core's ApiExplorer finds out about endpoints by their parameters' attributes and types: where each comes
/// from, which the compiler decided, and what a form may be sent as. It knows the latter by metadata only that routing would act on.
/// </summary>
internal sealed class EndpointDescriptionProvider : IApiDescriptionProvider
{
    // After ASP.NET Core's own, which has -1100.
    public int Order => -1000;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        RemoveHead(context.Results);
        foreach (var description in context.Results)
        {
            DescribedParameter[] parameters = [.. description.ActionDescriptor.EndpointMetadata.OfType<DescribedParameter>()];
            foreach (var parameter in description.ParameterDescriptions)
            {
                if (parameter.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo: var info }
                    && parameters.FirstOrDefault(described => ReferenceEquals(described.ParameterInfo, info)) is { } found)
                {
                    parameter.Name = found.Name;
                    parameter.Source = SourceOf(found);
                    parameter.Type = TypeOf(found, parameter.Type);
                }
            }

            AddFormats(description, parameters);
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    // What was written is an operation, not what HEAD makes of GET.
    private static void RemoveHead(IList<ApiDescription> descriptions)
    {
        for (int i = descriptions.Count - 1; i >= 0; i--)
        {
            if (descriptions[i] is { HttpMethod: { } method, ActionDescriptor.EndpointMetadata: var metadata }
                && HttpMethods.IsHead(method)
                && metadata.Contains(EndpointKind.Http)
                && metadata.OfType<IHttpMethodMetadata>().Last().HttpMethods.Contains(HttpMethods.Get))
            {
                descriptions.RemoveAt(i);
            }
        }
    }

    private static BindingSource SourceOf(DescribedParameter parameter) => parameter.Source switch
    {
        ParameterSource.Route => BindingSource.Path,
        ParameterSource.Query => BindingSource.Query,
        ParameterSource.Header => BindingSource.Header,
        ParameterSource.Form => IsFile(parameter.ParameterInfo) ? BindingSource.FormFile : BindingSource.Form,
        _ => BindingSource.Body,
    };

    private static Type TypeOf(DescribedParameter parameter, Type known) => parameter switch
    {
        { IsText: true } or { Source: not ParameterSource.Form } => known,
        { ParameterInfo.ParameterType: var type } when type == typeof(IFormCollection) => typeof(Dictionary<string, string>),
        { ParameterInfo.ParameterType: var type } when type == typeof(IFormFile) || !IsFile(parameter.ParameterInfo) => type,

        // The one collection of files that descriptions know.
        _ => typeof(IFormFileCollection),
    };

    private static void AddFormats(ApiDescription description, DescribedParameter[] parameters)
    {
        if (description.SupportedRequestFormats.Count > 0 || !Array.Exists(parameters, static parameter => parameter.Source == ParameterSource.Form))
        {
            return;
        }

        description.SupportedRequestFormats.Add(new() { MediaType = "multipart/form-data" });
        if (!Array.Exists(parameters, static parameter => parameter.Source == ParameterSource.Form && IsFile(parameter.ParameterInfo) && !parameter.IsOptional))
        {
            description.SupportedRequestFormats.Add(new() { MediaType = "application/x-www-form-urlencoded" });
        }
    }

    private static bool IsFile(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(IFormFile) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(parameter.ParameterType);
}
