using Microsoft.Extensions.Options;

namespace Upwire.Redis;

/// <summary>Says of settings that cannot work why, before anything connects.</summary>
internal sealed class UpwireRedisOptionsValidation : IValidateOptions<UpwireRedisOptions>
{
    public ValidateOptionsResult Validate(string? name, UpwireRedisOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.ConnectionFactory is null && options.Configuration is not { EndPoints.Count: > 0 })
        {
            result.AddError("names no server. Add one to Configuration.EndPoints, or set ConnectionFactory.", nameof(options.Configuration));
        }

        if (string.IsNullOrEmpty(options.Prefix))
        {
            result.AddError("must not be empty.", nameof(options.Prefix));
        }

        if (options.OperationTimeout <= TimeSpan.Zero || options.OperationTimeout.TotalMilliseconds > int.MaxValue)
        {
            result.AddError($"must be longer than nothing, and at most {int.MaxValue} ms.", nameof(options.OperationTimeout));
        }

        if (options.MaxPendingBytes <= 0)
        {
            result.AddError("must be more than 0.", nameof(options.MaxPendingBytes));
        }

        return result.Build();
    }
}
