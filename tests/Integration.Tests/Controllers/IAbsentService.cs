namespace Upwire.Integration.Tests.Controllers;

/// <summary>Is never registered.</summary>
public interface IAbsentService;
