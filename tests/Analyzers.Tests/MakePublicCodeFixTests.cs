using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.HandlerAnalyzer, Upwire.CodeFixes.MakePublicCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0030.</summary>
public sealed class MakePublicCodeFixTests
{
    [Fact]
    public Task Makes_methods_public() => Test.RunAsync(
        """
        using Upwire;

        public class Rooms
        {
            // kept
            [HttpGet("/a")]
            private string {|UPW0030:A|}() => "";

            [HttpGet("/b")]
            private static string {|UPW0030:B|}() => "";

            [HttpGet("/c")]
            string {|UPW0030:C|}() => "";

            [HttpGet("/d")]
            static string {|UPW0030:D|}() => "";

            [HttpGet("/e")]
            private protected virtual string {|UPW0030:E|}() => "";

            [HttpGet("/f")] protected string {|UPW0030:F|}() => "";
        }
        """,
        """
        using Upwire;

        public class Rooms
        {
            // kept
            [HttpGet("/a")]
            public string A() => "";

            [HttpGet("/b")]
            public static string B() => "";

            [HttpGet("/c")]
            public string C() => "";

            [HttpGet("/d")]
            public static string D() => "";

            [HttpGet("/e")]
            public virtual string E() => "";

            [HttpGet("/f")] public string F() => "";
        }
        """);

    [Fact]
    public Task Returns_a_task_instead_of_async_void() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public async void {|UPW0030:A|}() => await Task.Yield();
        }
        """,
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public async Task A() => await Task.Yield();
        }
        """);

    [Fact]
    public Task Adds_the_using() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public async void {|UPW0030:A|}() => await System.Threading.Tasks.Task.Yield();
        }
        """,
        """
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public async Task A() => await System.Threading.Tasks.Task.Yield();
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_base_class_or_an_interface_says_what_a_handler_is()
    {
        const string Program = """
            using System.Threading.Tasks;
            using Upwire;

            public abstract class Base
            {
                protected abstract string Get();
            }

            public interface IFinder
            {
                void Find();
            }

            public sealed class Rooms : Base, IFinder
            {
                [HttpGet("/a")]
                protected override string {|UPW0030:Get|}() => "";

                [HttpGet("/b")]
                public async void {|UPW0030:Find|}() => await Task.Yield();
            }
            """;

        return Test.RunAsync(Program, Program);
    }

    [Fact]
    public Task Offers_nothing_for_other_reasons() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string {|UPW0030:A|}<T>() => "";

            public void B()
            {
                [{|UPW0030:HttpGet("/b")|}]
                void C()
                {
                }

                C();
            }
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string {|UPW0030:A|}<T>() => "";

            public void B()
            {
                [{|UPW0030:HttpGet("/b")|}]
                void C()
                {
                }

                C();
            }
        }
        """);
}
