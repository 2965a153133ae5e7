using Upwire.Generators.Rules;

namespace Upwire.Analyzers.Tests;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["int", "bool", "long", "guid", "minlength", "maxlength", "roomId"];

    [Theory]
    [InlineData("itn", "int")]
    [InlineData("nit", "int")]
    [InlineData("INT", "int")]
    [InlineData("bol", "bool")]
    [InlineData("boool", "bool")]
    [InlineData("lonh", "long")]
    [InlineData("giud", "guid")]
    [InlineData("minlenght", "minlength")]
    [InlineData("milnenght", "minlength")]
    [InlineData("moorId", "roomId")]
    public void Finds_what_is_a_slip_away(string written, string meant) => Assert.Equal(meant, NearestName.Find(written, Names));

    [Theory]
    [InlineData("tni")]
    [InlineData("lngo")]
    [InlineData("float")]
    [InlineData("")]
    public void Finds_nothing_where_more_is_wrong(string written) => Assert.Null(NearestName.Find(written, ["int", "bool", "loogn"]));

    [Fact]
    public void Takes_the_nearest() => Assert.Equal("minlength", NearestName.Find("mimlength", ["maxlength", "minlength"]));
}
