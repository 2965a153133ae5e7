using Upwire;

namespace Benchmarks;

public static class OrderController
{
    [HttpGet("/text")]
    public static string Text() => Answers.Text;

    [HttpGet("/json")]
    public static Order Json() => Order.Sample;

    [HttpPost("/json")]
    public static string Take(Order order) => Answers.Take(order);

    [HttpGet("/customers/<customer>/orders/<order>/lines/<line>")]
    public static string Line(int customer, int order, string line, int page) => Answers.Line(customer, order, line, page);
}
