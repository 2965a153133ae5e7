namespace Upwire.Redis.Tests;

public sealed class PublishBudgetTests
{
    private readonly PublishBudget _budget = new(limit: 100);

    [Fact]
    public void What_is_under_way_is_bounded()
    {
        Assert.True(_budget.TryReserve(60));
        Assert.True(_budget.TryReserve(40));
        Assert.False(_budget.TryReserve(1));

        _budget.Answered(40);

        Assert.True(_budget.TryReserve(40));
        Assert.False(_budget.TryReserve(1));
    }

    [Fact]
    public void Where_nothing_is_under_way_anything_may_be_sent()
    {
        Assert.True(_budget.TryReserve(1000));
        Assert.False(_budget.TryReserve(1));

        _budget.Return(1000);

        Assert.True(_budget.TryReserve(1000));
    }

    [Fact]
    public void What_was_abandoned_counts_until_Redis_answers()
    {
        Assert.True(_budget.TryReserve(90));
        _budget.Abandon(90);

        Assert.True(_budget.TryReserve(50));
        Assert.False(_budget.TryReserve(1));
        _budget.Return(50);
        Assert.True(_budget.TryReserve(5));
        Assert.True(_budget.TryReserve(5));
        Assert.False(_budget.TryReserve(1));

        _budget.Answered(5);

        Assert.True(_budget.TryReserve(95));
        Assert.False(_budget.TryReserve(1));
    }

    [Fact]
    public void What_was_abandoned_is_forgotten_with_its_connection()
    {
        Assert.True(_budget.TryReserve(90));
        _budget.Abandon(90);

        _budget.ForgetAbandoned();

        Assert.True(_budget.TryReserve(50));
        Assert.True(_budget.TryReserve(50));
        Assert.False(_budget.TryReserve(1));
    }
}
