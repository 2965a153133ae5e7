using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.RouteTemplateAnalyzer, Upwire.CodeFixes.AddParameterCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0002.</summary>
public sealed class AddParameterCodeFixTests
{
    [Fact]
    public Task Adds_a_text() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<{|UPW0002:name|}>")]
            public string Get() => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<name>")]
            public string Get(string name) => "";
        }
        """);

    [Fact]
    public Task Offers_nothing_where_a_base_class_or_an_interface_says_what_a_handler_takes()
    {
        const string Program = """
            using Upwire;

            public abstract class Base
            {
                public abstract string Get(int number);
            }

            public interface IFinder
            {
                string Find(int number);
            }

            public sealed class Rooms : Base, IFinder
            {
                [HttpGet("/a/<{|UPW0002:numbr|}>")]
                public override string Get(int number) => "";

                [HttpGet("/b/<{|UPW0002:numbr|}>")]
                public string Find(int number) => "";
            }
            """;

        return Test.RunAsync(Program, Program);
    }

    [Fact]
    public Task Offers_nothing_where_a_derived_class_would_have_to_take_it_too()
    {
        const string Source =
            """
            using Upwire;

            public class Rooms
            {
                [HttpGet("/rooms/<{|UPW0002:id|}>")]
                public virtual string Get() => "";
            }

            public sealed class Halls : Rooms
            {
                public override string Get() => "";
            }
            """;

        return Test.RunAsync(Source, Source);
    }

    [Fact]
    public Task Adds_to_a_virtual_method_that_nobody_overrides() => Test.RunAsync(
        """
        using Upwire;

        public class Rooms
        {
            [HttpGet("/rooms/<{|UPW0002:id|}>")]
            public virtual string Get() => "";
        }
        """,
        """
        using Upwire;

        public class Rooms
        {
            [HttpGet("/rooms/<id>")]
            public virtual string Get(string id) => "";
        }
        """);

    [Fact]
    public Task Adds_the_types_of_constraints_in_one_go() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/int/<{|UPW0002:id|}:int>")]
            public string Get0() => "";

            [HttpGet("/long/<{|UPW0002:id|}:long>")]
            public string Get1() => "";

            [HttpGet("/bool/<{|UPW0002:id|}:bool>")]
            public string Get2() => "";

            [HttpGet("/decimal/<{|UPW0002:id|}:decimal>")]
            public string Get3() => "";

            [HttpGet("/double/<{|UPW0002:id|}:double>")]
            public string Get4() => "";

            [HttpGet("/float/<{|UPW0002:id|}:float>")]
            public string Get5() => "";

            [HttpGet("/alpha/<{|UPW0002:id|}:alpha>")]
            public string Get6() => "";

            [HttpGet("/min(1)/<{|UPW0002:id|}:min(1)>")]
            public string Get7() => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/int/<id:int>")]
            public string Get0(int id) => "";

            [HttpGet("/long/<id:long>")]
            public string Get1(long id) => "";

            [HttpGet("/bool/<id:bool>")]
            public string Get2(bool id) => "";

            [HttpGet("/decimal/<id:decimal>")]
            public string Get3(decimal id) => "";

            [HttpGet("/double/<id:double>")]
            public string Get4(double id) => "";

            [HttpGet("/float/<id:float>")]
            public string Get5(float id) => "";

            [HttpGet("/alpha/<id:alpha>")]
            public string Get6(string id) => "";

            [HttpGet("/min(1)/<id:min(1)>")]
            public string Get7(long id) => "";
        }
        """);

    [Fact]
    public Task Adds_a_using_for_types_of_System() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<{|UPW0002:id|}:guid>")]
            public string Get() => "";

            [HttpGet("/on/<{|UPW0002:day|}:datetime>")]
            public string On() => "";
        }
        """,
        """
        using System;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<id:guid>")]
            public string Get(Guid id) => "";

            [HttpGet("/on/<day:datetime>")]
            public string On(DateTime day) => "";
        }
        """);

    [Fact]
    public Task Adds_a_nullable_type_where_the_path_may_lack_it() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<{|UPW0002:id|}:int?>")]
            public string Get() => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<id:int?>")]
            public string Get(int? id) => "";
        }
        """);

    [Fact]
    public Task Adds_before_the_token_and_defaults() => Test.RunAsync(
        """
        using System.Threading;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<{|UPW0002:id|}>")]
            public string A(int page, CancellationToken stop) => "";

            [HttpGet("/b/<{|UPW0002:id|}>")]
            public string B(int page = 1) => "";
        }
        """,
        """
        using System.Threading;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id>")]
            public string A(int page, string id, CancellationToken stop) => "";

            [HttpGet("/b/<id>")]
            public string B(string id, int page = 1) => "";
        }
        """);

    [Fact]
    public Task Adds_a_line_where_each_parameter_has_one() => Test.RunAsync(
        """
        using System.Threading;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<{|UPW0002:id|}>")]
            public string A(
                int page,
                int size) => "";

            [HttpGet("/b/<{|UPW0002:id|}>")]
            public string B(
                int page,
                CancellationToken stop) => "";
        }
        """,
        """
        using System.Threading;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id>")]
            public string A(
                int page,
                int size,
                string id) => "";

            [HttpGet("/b/<id>")]
            public string B(
                int page,
                string id,
                CancellationToken stop) => "";
        }
        """);

    [Fact]
    public Task Adds_what_a_prefix_names_to_the_method() => Test.RunAsync(
        """
        using Upwire;

        [Route("/<{|UPW0002:floor|}:int>")]
        public sealed class Rooms
        {
            /// <summary>Kept.</summary>
            [HttpGet("/a")]
            public string Get() => ""; // kept
        }
        """,
        """
        using Upwire;

        [Route("/<floor:int>")]
        public sealed class Rooms
        {
            /// <summary>Kept.</summary>
            [HttpGet("/a")]
            public string Get(int floor) => ""; // kept
        }
        """);

    [Fact]
    public Task Escapes_keywords() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<{|UPW0002:class|}>")]
            public string Get() => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<class>")]
            public string Get(string @class) => "";
        }
        """);

    [Fact]
    public Task Renames_the_nearest() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<{|UPW0002:roomid|}>")]
            public string Get(string romid) => romid + romid;
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<roomid>")]
            public string Get(string roomid) => roomid + roomid;
        }
        """,
        action: 1);

    [Fact]
    public Task Offers_nothing_for_what_is_no_name_in_CSharp() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<{|UPW0002:room-id|}>")]
            public string Get() => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/<{|UPW0002:room-id|}>")]
            public string Get() => "";
        }
        """);
}
