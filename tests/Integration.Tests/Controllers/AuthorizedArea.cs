using Microsoft.AspNetCore.Authorization;

namespace Upwire.Integration.Tests.Controllers;

[Authorize(Roles = "admin")]
public abstract class AuthorizedArea;
