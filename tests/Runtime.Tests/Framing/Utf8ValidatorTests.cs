using System.Text;

namespace Upwire.Runtime.Tests;

public sealed class Utf8ValidatorTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The edges of every length of sequence, and what lies right beyond them (Unicode 16, table 3-7).
    public static TheoryData<string> Sequences => new(
        "", "41", "7F", "C280", "DFBF", "E0A080", "ED9FBF", "EE8080", "EFBFBF", "F0908080", "F48FBFBF", "61C3A962E282AC63F09F988064",
        "80", "BF", "C0AF", "C080", "C1BF", "C3", "C328", "E08080", "E09FBF", "E282", "E28228", "EDA080", "EDBFBF", "EDA080EDB080",
        "F0808080", "F08FBFBF", "F09F98", "F09F9828", "F4908080", "F5808080", "F888808080", "FE", "FF", "6161FF", "C3A9C3", "E282ACE2", "80808080", "F09F988080");

    [Theory]
    [MemberData(nameof(Sequences))]
    public void A_text_is_judged_as_by_strict_decoding_however_it_is_cut(string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);
        bool isValid = IsValid(bytes);
        for (int first = 0; first <= bytes.Length; first++)
        {
            for (int second = first; second <= bytes.Length; second++)
            {
                Assert.Equal(isValid, Judge(bytes[..first], bytes[first..second], bytes[second..]));
            }
        }

        Assert.Equal(isValid, Judge([.. bytes.Select(one => new[] { one })]));
    }

    [Fact]
    public void Random_texts_are_judged_as_by_strict_decoding_however_they_are_cut()
    {
        var random = new Random(7);
        byte[] interesting = [0x41, 0x80, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xF5];
        for (int round = 0; round < 50_000; round++)
        {
            byte[] bytes = random.GetItems(interesting, random.Next(9));
            int cut = random.Next(bytes.Length + 1);
            Assert.True(IsValid(bytes) == Judge(bytes[..cut], bytes[cut..]), $"{Convert.ToHexString(bytes)} cut at {cut}");
        }
    }

    [Theory]
    [MemberData(nameof(Sequences))]
    public void A_fault_is_found_at_the_byte_that_makes_it_one(string hex)
    {
        byte[] bytes = Convert.FromHexString(hex);
        var validator = default(Utf8Validator);
        for (int end = 1; end <= bytes.Length; end++)
        {
            bool canBeValid = CanBecomeValid(bytes[..end]);
            Assert.Equal(canBeValid, validator.Accept(bytes.AsSpan(end - 1, 1)));
            var whole = default(Utf8Validator);
            Assert.Equal(canBeValid, whole.Accept(bytes.AsSpan(0, end)));
            if (!canBeValid)
            {
                break;
            }
        }
    }

    private static bool Judge(params byte[][] pieces)
    {
        var validator = default(Utf8Validator);
        return pieces.All(piece => validator.Accept(piece)) && validator.IsComplete;
    }

    private static bool IsValid(byte[] bytes)
    {
        try
        {
            Strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // By trying every way to go on.
    private static bool CanBecomeValid(byte[] bytes)
    {
        if (IsValid(bytes))
        {
            return true;
        }

        byte[] edges = [0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF];
        return edges.Any(first => IsValid([.. bytes, first])
            || edges.Any(second => IsValid([.. bytes, first, second])
                || edges.Any(third => IsValid([.. bytes, first, second, third]))));
    }
}
