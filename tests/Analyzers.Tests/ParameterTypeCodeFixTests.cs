using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer, Upwire.CodeFixes.ParameterTypeCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0005, UPW0006 and UPW0024.</summary>
public sealed class ParameterTypeCodeFixTests
{
    [Fact]
    public Task Takes_the_type_of_the_constraint() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id:guid>")]
            public string A(int {|UPW0005:id|}) => "";

            [HttpGet("/b/<id:int?>")]
            public string B(bool? {|UPW0005:id|}, string? name) => "";
        }
        """,
        """
        using System;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id:guid>")]
            public string A(Guid id) => "";

            [HttpGet("/b/<id:int?>")]
            public string B(int? id, string? name) => "";
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_base_class_or_an_interface_says_what_is_taken()
    {
        const string Program = """
            using Upwire;

            public abstract class Base
            {
                public abstract string A(int id);
            }

            public interface IRooms
            {
                string B(int id);
            }

            public sealed class Rooms : Base, IRooms
            {
                [HttpGet("/a/<id:guid>")]
                public override string A(int {|UPW0005:id|}) => "";

                [HttpGet("/b/<id?>")]
                public string B(int {|UPW0006:id|}) => "";
            }
            """;

        return Test.RunAsync(Program, Program);
    }

    [Fact]
    public Task Makes_what_may_be_left_out_nullable() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id?>")]
            public string A(int {|UPW0006:id|}) => "";

            [HttpGet("/b/<name?>")]
            public string B(
                string {|UPW0006:name|},
                int page) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id?>")]
            public string A(int? id) => "";

            [HttpGet("/b/<name?>")]
            public string B(
                string? name,
                int page) => "";
        }
        """);

    [Fact]
    public Task Makes_what_is_always_there_required() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id>")]
            public string A(int? {|UPW0006:id|}) => "";

            [HttpGet("/b/<id>")]
            public string B(int {|UPW0006:id|} = 1, int page = 2) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id>")]
            public string A(int id) => "";

            [HttpGet("/b/<id>")]
            public string B(int id, int page = 2) => "";
        }
        """);

    [Fact]
    public Task Makes_a_default_null() => Test.RunAsync(
        """
        using System;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(int {|UPW0024:page|} = default, Guid {|UPW0024:id|} = default(Guid)) => "";
        }
        """,
        """
        using System;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(int? page = null, Guid? id = null) => "";
        }
        """);
}
