using System.Text;

namespace Upwire.Runtime.Tests;

/// <summary>What a client may send to an echo server, right or wrong, and each frame that has to come back. The sections are those of the Autobahn test suite.</summary>
internal static class FrameCorpus
{
    private const string Unreserved = "Close 1002 'reserved bits are set'";
    private const string BadOpcode = "Close 1002 'reserved opcode'";
    private const string NotUtf8 = "Close 1007 'text is not UTF-8'";
    private const string NotContinued = "Close 1002 'new message inside another'";
    private const string NothingToContinue = "Close 1002 'continuation of no message'";
    private const string BadClose = "Close 1002 'invalid close frame'";

    private static readonly ClientFrame Bye = ClientFrame.Close(1000);

    public static IReadOnlyDictionary<string, (ClientFrame[] Frames, string[] Answers)> All { get; } = Build();

    private static Dictionary<string, (ClientFrame[] Frames, string[] Answers)> Build()
    {
        var all = new Dictionary<string, (ClientFrame[], string[])>();
        AddPings(all);
        AddReserved(all);
        AddFragments(all);
        AddTexts(all);
        AddCloses(all);
        return all;
    }

    private static void AddPings(Dictionary<string, (ClientFrame[], string[])> all)
    {
        all["2.1 empty ping"] = ([ClientFrame.Ping(), Bye], ["Pong [0] ''", "Close 1000 ''"]);
        all["2.4 ping of 125 bytes"] = ([ClientFrame.Ping(new string('x', 125)), Bye], [$"Pong [125] '{new string('x', 125)}'", "Close 1000 ''"]);
        all["2.5 ping of 126 bytes"] = ([ClientFrame.Ping(new string('x', 126))], ["Close 1002 'control frame is over 125 bytes'"]);
        all["2.7 unasked pong"] = ([ClientFrame.Pong("x"), Bye], ["Close 1000 ''"]);
        all["2.10 ten pings"] = ([.. Enumerable.Range(0, 10).Select(i => ClientFrame.Ping($"{i}")), Bye], [.. Enumerable.Range(0, 10).Select(i => $"Pong [1] '{i}'"), "Close 1000 ''"]);
    }

    private static void AddReserved(Dictionary<string, (ClientFrame[], string[])> all)
    {
        foreach (int bits in (int[])[1, 2, 3, 4, 5, 6, 7])
        {
            all[$"3.{bits} reserved bits {bits} behind a text"] = ([ClientFrame.Text("hello"), ClientFrame.Text("x") with { ReservedBits = bits }, ClientFrame.Ping()], ["Text [5] 'hello'", Unreserved]);
            all[$"3.{bits} reserved bits {bits} of a ping"] = ([ClientFrame.Ping("x") with { ReservedBits = bits }], [Unreserved]);
            all[$"3.{bits} reserved bits {bits} of a close"] = ([ClientFrame.Close(1000) with { ReservedBits = bits }], [Unreserved]);
        }

        foreach (int opcode in (int[])[3, 4, 5, 6, 7, 11, 12, 13, 14, 15])
        {
            all[$"4 opcode {opcode}"] = ([new((Opcode)opcode, [])], [BadOpcode]);
            all[$"4 opcode {opcode} with a payload, behind a text"] = ([ClientFrame.Text("hello"), new((Opcode)opcode, [1, 2]), ClientFrame.Ping()], ["Text [5] 'hello'", BadOpcode]);
        }
    }

    private static void AddFragments(Dictionary<string, (ClientFrame[], string[])> all)
    {
        all["5.1 fragmented ping"] = ([ClientFrame.Ping("a").NotFinal(), Next("b")], ["Close 1002 'control frame is fragmented'"]);
        all["5.2 fragmented pong"] = ([ClientFrame.Pong("a").NotFinal(), Next("b")], ["Close 1002 'control frame is fragmented'"]);
        all["5.3 text in two"] = ([ClientFrame.Text("a").NotFinal(), Next("b"), Bye], ["Text [2] 'ab'", "Close 1000 ''"]);
        all["5.6 ping between two"] = ([ClientFrame.Text("a").NotFinal(), ClientFrame.Ping("x"), Next("b"), Bye], ["Pong [1] 'x'", "Text [2] 'ab'", "Close 1000 ''"]);
        all["5.9 nothing to continue"] = ([Next("a"), ClientFrame.Text("b")], [NothingToContinue]);
        all["5.10 nothing to continue, not final"] = ([Next("a").NotFinal(), ClientFrame.Text("b")], [NothingToContinue]);
        all["5.15 nothing to continue behind a text in two"] = ([ClientFrame.Text("a").NotFinal(), Next("b"), Next("c").NotFinal(), ClientFrame.Text("d")], ["Text [2] 'ab'", NothingToContinue]);
        all["5.18 text inside a text"] = ([ClientFrame.Text("a").NotFinal(), ClientFrame.Text("b")], [NotContinued]);
        all["5.19 text in five with pings"] =
            ([ClientFrame.Text("a").NotFinal(), Next("b").NotFinal(), ClientFrame.Ping("1"), Next("c").NotFinal(), Next("d").NotFinal(), ClientFrame.Ping("2"), Next("e"), Bye],
            ["Pong [1] '1'", "Pong [1] '2'", "Text [5] 'abcde'", "Close 1000 ''"]);
        all["5 empty fragments"] = ([ClientFrame.Text("").NotFinal(), Next("").NotFinal(), Next(""), Bye], ["Text [0] ''", "Close 1000 ''"]);
    }

    private static void AddTexts(Dictionary<string, (ClientFrame[], string[])> all)
    {
        all["6.2 characters across fragments"] = (
            [.. "κόσμε"u8.ToArray().Select((one, i) => new ClientFrame(i == 0 ? Opcode.Text : Opcode.Continuation, [one]).NotFinal()), Next(""), Bye],
            ["Text [10] 'κόσμε'", "Close 1000 ''"]);

        // Sequences that are none of UTF-8 (RFC 3629 3): a lone continuation, an overlong form, a surrogate, more than U+10FFFF, bytes that never occur, an end too early.
        foreach (string hex in (string[])["80", "BF", "C080", "C1BF", "E08080", "E09FBF", "F0808080", "F08FBFBF", "EDA080", "EDBFBF", "F4908080", "F5", "FE", "FF", "C3", "E282", "F09F98"])
        {
            byte[] bytes = Convert.FromHexString(hex);
            all[$"6 text {hex}"] = ([new(Opcode.Text, [.. "x"u8, .. bytes])], [NotUtf8]);
            all[$"6 text {hex} behind another"] = ([ClientFrame.Text("hello"), new(Opcode.Text, bytes)], ["Text [5] 'hello'", NotUtf8]);
        }

        foreach (string hex in (string[])["00", "7F", "C280", "DFBF", "E0A080", "ED9FBF", "EE8080", "EFBFBE", "EFBFBF", "F0908080", "F48FBFBF"])
        {
            byte[] bytes = Convert.FromHexString(hex);
            all[$"6 text {hex}"] = ([new(Opcode.Text, bytes), Bye], [$"Text [{bytes.Length}] '{Encoding.UTF8.GetString(bytes)}'", "Close 1000 ''"]);
        }
    }

    private static void AddCloses(Dictionary<string, (ClientFrame[], string[])> all)
    {
        all["7.1.1 text before the close"] = ([ClientFrame.Text("hello"), Bye], ["Text [5] 'hello'", "Close 1000 ''"]);
        all["7.1.2 two closes"] = ([Bye, Bye], ["Close 1000 ''"]);
        all["7.1.3 ping behind the close"] = ([Bye, ClientFrame.Ping("x")], ["Close 1000 ''"]);
        all["7.1.4 text behind the close"] = ([Bye, ClientFrame.Text("x")], ["Close 1000 ''"]);
        all["7.1.5 close inside a text"] = ([ClientFrame.Text("a").NotFinal(), Bye], ["Close 1000 ''"]);
        all["7.3.1 empty close"] = ([ClientFrame.EmptyClose()], ["Close 1005 ''"]);
        all["7.3.2 close of a byte"] = ([new(Opcode.Close, [3])], [BadClose]);
        all["7.3.5 close with the longest reason"] = ([ClientFrame.Close(1000, new string('x', 123))], ["Close 1000 ''"]);
        all["7.3.6 close with a longer reason"] = ([ClientFrame.Close(1000, new string('x', 124))], ["Close 1002 'control frame is over 125 bytes'"]);
        all["7.5.1 close reason that is not UTF-8"] = ([new(Opcode.Close, ClientFrame.ClosePayload(1000, [0xC3]))], [NotUtf8]);
        foreach (int code in (int[])[1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999])
        {
            all[$"7.7 close {code}"] = ([ClientFrame.Close(code)], [$"Close {code} ''"]);
        }

        foreach (int code in (int[])[0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535])
        {
            all[$"7.9 close {code}"] = ([ClientFrame.Close(code)], [BadClose]);
        }
    }

    private static ClientFrame Next(string text) => new(Opcode.Continuation, Encoding.UTF8.GetBytes(text));
}
