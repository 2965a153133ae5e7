namespace Upwire.Runtime.Tests;

public sealed class FrameRulesTests
{
    [Theory]
    [InlineData(Opcode.Continuation)]
    [InlineData(Opcode.Text)]
    [InlineData(Opcode.Binary)]
    [InlineData(Opcode.Close)]
    [InlineData(Opcode.Ping)]
    [InlineData(Opcode.Pong)]
    public void A_frame_as_it_must_be_breaks_no_rule(object opcode) => Assert.Null(Check(new((Opcode)opcode, new byte[125])));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Reserved_bits_break_a_rule(int bits) =>
        Assert.Same(FrameViolation.ReservedBits, Check(ClientFrame.Text("x") with { ReservedBits = bits }, mayBeCompressed: true));

    [Theory]
    [InlineData(Opcode.Text, true, true)]
    [InlineData(Opcode.Binary, true, true)]
    [InlineData(Opcode.Text, false, false)]
    [InlineData(Opcode.Continuation, true, false)]
    [InlineData(Opcode.Close, true, false)]
    [InlineData(Opcode.Ping, true, false)]
    public void The_first_bit_is_for_compressed_messages(object opcode, bool isAgreedOn, bool isRight) =>
        Assert.Same(isRight ? null : FrameViolation.ReservedBits, Check(new ClientFrame((Opcode)opcode, []) { ReservedBits = 4 }, isAgreedOn));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(0xB)]
    [InlineData(0xC)]
    [InlineData(0xD)]
    [InlineData(0xE)]
    [InlineData(0xF)]
    public void Reserved_opcodes_break_a_rule(int opcode) => Assert.Same(FrameViolation.ReservedOpcode, Check(new((Opcode)opcode, [])));

    [Fact]
    public void A_frame_without_a_mask_breaks_a_rule() =>
        Assert.Same(FrameViolation.NotMasked, Check(ClientFrame.Text("x") with { Mask = null }));

    [Fact]
    public void A_length_of_64_bits_breaks_a_rule() =>
        Assert.Same(FrameViolation.NegativeLength, Check(ClientFrame.Binary() with { DeclaredLength = 1UL << 63 }));

    [Theory]
    [InlineData(125, 2)]
    [InlineData(125, 8)]
    [InlineData(65535, 8)]
    public void A_padded_length_breaks_a_rule(int length, int lengthSize) =>
        Assert.Same(FrameViolation.PaddedLength, Check(new(Opcode.Binary, new byte[length]) { LengthSize = lengthSize }));

    [Theory]
    [InlineData(Opcode.Close)]
    [InlineData(Opcode.Ping)]
    [InlineData(Opcode.Pong)]
    public void A_control_frame_over_125_bytes_breaks_a_rule(object opcode) =>
        Assert.Same(FrameViolation.LongControl, Check(new((Opcode)opcode, new byte[126])));

    [Theory]
    [InlineData(Opcode.Close)]
    [InlineData(Opcode.Ping)]
    [InlineData(Opcode.Pong)]
    public void A_fragmented_control_frame_breaks_a_rule(object opcode) =>
        Assert.Same(FrameViolation.FragmentedControl, Check(new ClientFrame((Opcode)opcode, []).NotFinal()));

    private static FrameViolation? Check(ClientFrame frame, bool mayBeCompressed = false)
    {
        Assert.True(FrameHeader.TryRead(new(frame.ToBytes()), out var header));
        return FrameRules.Check(header, mayBeCompressed);
    }
}
