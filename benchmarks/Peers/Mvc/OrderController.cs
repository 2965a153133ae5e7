using Microsoft.AspNetCore.Mvc;

namespace Benchmarks;

[ApiController]
public sealed class OrderController : ControllerBase
{
    [HttpGet("/text")]
    public string Text() => Answers.Text;

    [HttpGet("/json")]
    public Order Json() => Order.Sample;

    [HttpPost("/json")]
    public string Take(Order order) => Answers.Take(order);

    [HttpGet("/customers/{customer}/orders/{order}/lines/{line}")]
    public string Line(int customer, int order, string line, int page) => Answers.Line(customer, order, line, page);
}
