using System.ComponentModel.DataAnnotations;
using System.Net.ServerSentEvents;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Validation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using StackExchange.Redis;
using Upwire;

// Of MVC's names only what is said to be wrong: its attributes are called as Upwire's.
using IActionResult = Microsoft.AspNetCore.Mvc.IActionResult;
using OkResult = Microsoft.AspNetCore.Mvc.OkResult;
