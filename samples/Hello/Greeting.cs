namespace Hello;

public sealed record Greeting(string Hello);
