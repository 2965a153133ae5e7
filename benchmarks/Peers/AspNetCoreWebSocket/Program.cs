using Benchmarks;

var app = Peer.CreateBuilder(args).Build();
app.UseWebSockets();
app.Map("/echo", Echo.AnswerAsync);
app.Map("/text", Echo.AnswerTextAsync);

var room = new Room();
app.Map("/listen", context => Echo.AcceptAsync(context, room.ListenAsync));
app.Map("/speak", context => Echo.AcceptAsync(context, room.SpeakAsync));

await Peer.RunAsync(app, args);
