namespace Upwire.Integration.Tests.Controllers;

[Route("templates/")]
public sealed class TemplateController
{
    [HttpGet("/one/<id>")]
    public string One(string id) => $"one {id}";

    [HttpGet("/number/<id:int>")]
    public string Number(int id) => $"number {id}";

    [HttpGet("/range/<id:int:min(10)>")]
    public string Range(int id) => $"range {id}";

    [HttpGet("/rest/<path..>")]
    public string Rest(string path) => $"rest {path}";

    [HttpGet("/braces/{id:int}")]
    public string Braces(int id) => $"braces {id}";

    [HttpGet("/optional/<id?>")]
    public string Optional(int? id) => $"optional {id?.ToString() ?? "none"}";

    [HttpGet("/default/<page=1>")]
    public string Default(int page) => $"default {page}";

    [HttpGet("/complex/a-<x>.<ext>")]
    public string Complex(int x, string ext) => $"complex {x} {ext}";

    [HttpGet("/ignored/<_>/<_>/end")]
    public string Ignored() => "ignored";

    [HttpGet("/ignored-rest/<_..>")]
    public string IgnoredRest() => "ignored rest";

    [HttpGet("/precedence/<id>")]
    public string Parameter(string id) => $"parameter {id}";

    [HttpGet("/precedence/literal")]
    public string Literal() => "literal";

    [HttpGet("/renamed/<id>")]
    public string Renamed([FromRoute(Name = "id")] int number) => $"renamed {number}";

    [HttpGet("/keyword/<class>")]
    public string Keyword(string @class) => $"keyword {@class}";
}
