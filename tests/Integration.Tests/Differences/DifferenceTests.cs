namespace Upwire.Integration.Tests.Differences;

/// <summary>The same methods and the same requests: what Upwire answers, and what a minimal API does. docs/differences.md has the reasons.</summary>
public sealed class DifferenceTests(BothFrameworks apps) : IClassFixture<BothFrameworks>
{
    /// <summary>Requests to which both give the same answer.</summary>
    public static TheoryData<string> Same =>
    [
        "GET /pairs/string?value=a%20b", "GET /pairs/string?value=a+b", "GET /pairs/string?value=", "GET /pairs/string?VALUE=x",
        "GET /pairs/string?value=%F0%9F%98%80", "GET /pairs/string?value=a&value=b", "GET /pairs/string?value=%00", "GET /pairs/string?value=%FF",
        "GET /pairs/string-nullable?value=x", "GET /pairs/string-nullable?value=", "GET /pairs/string-nullable",
        "GET /pairs/string-default?value=x", "GET /pairs/string-default",
        "GET /pairs/int?value=7", "GET /pairs/int?value=-7", "GET /pairs/int?value=%207%20", "GET /pairs/int?value=007",
        "GET /pairs/int-nullable?value=7", "GET /pairs/int-nullable",
        "GET /pairs/int-default?value=7", "GET /pairs/int-default",
        "GET /pairs/long?value=9223372036854775807", "GET /pairs/byte?value=255",
        "GET /pairs/double?value=1.5", "GET /pairs/double?value=1e3", "GET /pairs/double?value=NaN", "GET /pairs/double?value=1,000.5", "GET /pairs/double-default",
        "GET /pairs/decimal?value=1.10", "GET /pairs/decimal-default",
        "GET /pairs/bool?value=true", "GET /pairs/bool?value=FALSE", "GET /pairs/char?value=x", "GET /pairs/char?value=%20",
        "GET /pairs/guid?value=0f8fad5b-d9cb-469f-a165-70867728950e", "GET /pairs/guid?value=%7B0f8fad5b-d9cb-469f-a165-70867728950e%7D",
        "GET /pairs/date?value=2026-02-28", "GET /pairs/time?value=12:30", "GET /pairs/duration?value=1.02:03:04",
        "GET /pairs/offset?value=2026-02-28T12:30:00%2B02:00", "GET /pairs/offset?value=2026-02-28",
        "GET /pairs/offset?value=2026-02-28T12:30:00", "GET /pairs/offset?value=%202026-02-28T12:30:00Z%20",
        "GET /pairs/uri?value=https://example.org/a%3Fb", "GET /pairs/uri?value=../a", "GET /pairs/uri?value=", "GET /pairs/uris?value=/a&value=b:/c",
        "GET /pairs/moment?value=2026-02-28T12:30:00Z", "GET /pairs/moment?value=2026-02-28T12:30:00", "GET /pairs/moment?value=2026-02-28T12:30:00%2B02:00",
        "GET /pairs/date?value=%202026-02-28%20", "GET /pairs/time?value=%2012:30%20",
        "GET /pairs/big?value=123456789012345678901234567890", "GET /pairs/address?value=127.0.0.1", "GET /pairs/address?value=%3A%3A1",
        "GET /pairs/color?value=Green", "GET /pairs/color?value=5", "GET /pairs/color?value=77",
        "GET /pairs/color-nullable?value=Red", "GET /pairs/color-nullable", "GET /pairs/color-default", "GET /pairs/color-default?value=Red",
        "GET /pairs/named?max-size=3&q=x", "GET /pairs/named?max-size=3", "GET /pairs/two?x=1&y=2",
        "GET /pairs/route/7", "GET /pairs/route/x", "GET /pairs/route/7/", "GET /pairs/route/99999999999",
        "GET /pairs/route-text/a%20b", "GET /pairs/route-text/a%2Fb", "GET /pairs/route-text/%C3%A4", "GET /pairs/route-text",
        "GET /pairs/route-guid/0f8fad5b-d9cb-469f-a165-70867728950e",
        "GET /pairs/route-optional/7", "GET /pairs/route-optional", "GET /pairs/route-default/7", "GET /pairs/route-default",
        "GET /pairs/route-rest/a/b/c", "GET /pairs/route-rest/a%2Fb", "GET /pairs/route-rest",
        "GET /pairs/route-file/a.b.txt", "GET /pairs/route-file/a", "GET /pairs/route-keyword/first/2",
        "GET /pairs/header", "GET /pairs/header-absent", "GET /pairs/service?name=Ada", "GET /pairs/service-explicit", "GET /pairs/special",
        "GET /pairs/array?value=1&value=-2", "GET /pairs/array", "GET /pairs/array-nullable?value=1&value=", "GET /pairs/array-nullable",
        "GET /pairs/values?value=a&value=b",
        "GET /pairs/absent", "POST /pairs/int?value=7 | | ", "DELETE /pairs/two",
        """POST /pairs-body/point | application/json | {"x":1,"y":2}""", """PUT /pairs-body/point | application/json | {"X":1,"Y":2}""",
        """PATCH /pairs-body/point | application/json; charset=utf-8 | {"x":1}""", """POST /pairs-body/point | application/vnd.point+json | {"x":1,"y":2,"z":3}""",
        """POST /pairs-body/point | application/json | {"x":"1","y":2}""",
        """POST /pairs-body/point | application/json + identity | {"x":1}""", """POST /pairs-body/point | application/json; charset=us-ascii | {"x":1}""",
        """POST /pairs-body/point-nullable | application/json | {"x":1,"y":2}""", "POST /pairs-body/point-nullable | application/json | null", "POST /pairs-body/point-nullable",
        """POST /pairs-body/point-and/7?q=z | application/json | {"x":1,"y":2}""",
        """POST /pairs-body/points | application/json | [{"x":1,"y":2},{"x":3,"y":4}]""", "POST /pairs-body/points | application/json | []",
        "POST /pairs-body/text | application/json | \"hi\"", "POST /pairs-body/number | application/json | 7",
        """POST /pairs-body/dictionary | application/json | {"a":1,"b":2}""", """DELETE /pairs-body/explicit | application/json | {"x":1,"y":2}""",
        "POST /pairs-body/stream | text/plain | anything at all", "POST /pairs-body/stream", "POST /pairs-body/pipe | text/plain | anything at all",
        "POST /pairs-form/fields | application/x-www-form-urlencoded | name=a+b&age=7&e-mail=m%40x",
        "POST /pairs-form/fields | application/x-www-form-urlencoded | NAME=a",
        "POST /pairs-form/fields | application/x-www-form-urlencoded; charset=utf-8 | name=%C3%A4",
        "POST /pairs-form/array | application/x-www-form-urlencoded | ids=1&ids=2",
        "POST /pairs-form/array | application/x-www-form-urlencoded | other=1",
        "POST /pairs-form/whole | application/x-www-form-urlencoded | b=2&a=1&a=3",
        "POST /pairs-form/fields | multipart/form-data; boundary=x | --x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nv\r\n--x--\r\n",
        "POST /pairs-form/file | multipart/form-data; boundary=x | --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ndata\r\n--x--\r\n",
        "POST /pairs-form/files | multipart/form-data; boundary=x | --x\r\nContent-Disposition: form-data; name=\"one\"; filename=\"a.txt\"\r\n\r\ndata\r\n--x\r\nContent-Disposition: form-data; name=\"two\"; filename=\"b.txt\"\r\n\r\ndata\r\n--x--\r\n",
        "POST /pairs-form/object | application/x-www-form-urlencoded | text=t&isUrgent=true&to.street=s&to.number=5&copies[0].street=a&copies[1].street=b&copies[1].number=2",
        "POST /pairs-form/object | application/x-www-form-urlencoded | text=t",
        "POST /pairs-form/labels | application/x-www-form-urlencoded | [a]=1&[b]=2",
        "GET /pairs-form/composite/7?text=t&page=2",
        "GET /pairs-form/composite/7",
        "GET /pairs-form/composite-class?name=a&count=3",
        "GET /pairs-form/composite-class?name=a&count=3&note=n",
        "GET /pairs-form/custom?cursor=3",
        "GET /pairs-form/custom-optional?cursor=3",
        "GET /pairs-form/custom-optional",
        "GET /pairs-result/void", "GET /pairs-result/task", "GET /pairs-result/value-task",
        "GET /pairs-result/text", "GET /pairs-result/text-empty", "GET /pairs-result/text-task",
        "GET /pairs-result/int", "GET /pairs-result/int-value-task", "GET /pairs-result/bool", "GET /pairs-result/color", "GET /pairs-result/guid", "GET /pairs-result/moment",
        "GET /pairs-result/point", "GET /pairs-result/point-task", "GET /pairs-result/points", "GET /pairs-result/list", "GET /pairs-result/dictionary",
        "GET /pairs-result/sequence", "GET /pairs-result/tuple", "GET /pairs-result/element", "GET /pairs-result/shape",
        "GET /pairs-result/result-text", "GET /pairs-result/result-json", "GET /pairs-result/result-missing", "GET /pairs-result/result-problem",
        "GET /pairs-result/result-redirect", "GET /pairs-result/result-bytes", "GET /pairs-result/result-empty", "GET /pairs-result/result-task",
        "POST /pairs-result/created", "GET /pairs-result/ok", "DELETE /pairs-result/no-content",
        "GET /pairs-result/either/1", "GET /pairs-result/either/0", "GET /pairs-result/either/-1", "GET /pairs-result/status", "GET /pairs-result/throws",
    ];

    /// <summary>Requests that both refuse with the same status, Upwire with the reason.</summary>
    public static TheoryData<string> Refused =>
    [
        "GET /pairs/string", "GET /pairs/int", "GET /pairs/int?value=", "GET /pairs/int?value=x", "GET /pairs/int?value=1.0", "GET /pairs/int?value=99999999999",
        "GET /pairs/int?value=1&value=2", "GET /pairs/int?value=%00", "GET /pairs/int-nullable?value=x", "GET /pairs/int-default?value=x",
        "GET /pairs/byte?value=256", "GET /pairs/byte?value=-1", "GET /pairs/bool?value=1", "GET /pairs/char?value=xy", "GET /pairs/guid?value=7",
        "GET /pairs/uri?value=http://[", "GET /pairs/date?value=2026-02-30", "GET /pairs/time?value=25:00", "GET /pairs/moment?value=x", "GET /pairs/address?value=x", "GET /pairs/big?value=x",
        "GET /pairs/array?value=1&value=x", "GET /pairs/array?value=", "GET /pairs/array-nullable?value=x",
        "GET /pairs/color?value=Blue", "GET /pairs/color-nullable?value=Blue", "GET /pairs/named", "GET /pairs/two?x=1&y=b", "GET /pairs/two",
        "GET /pairs/route-guid/7", "GET /pairs/route-optional/x", "GET /pairs/route-keyword/first/second", "GET /pairs/header-required", "GET /pairs/service",
        "POST /pairs-body/point", "POST /pairs-body/point | application/json | ", "POST /pairs-body/point | application/json | null",
        "POST /pairs-body/point | application/json | {", """POST /pairs-body/point | application/json | {"x":1}}""", """POST /pairs-body/point | application/json | {"x":"one"}""",
        """POST /pairs-body/point | text/plain | {"x":1}""", """POST /pairs-body/point |  | {"x":1}""", """POST /pairs-body/point | application/xml | {"x":1}""",
        "POST /pairs-body/points | application/json | {}", "POST /pairs-body/number | application/json | \"x\"",
        "POST /pairs-form/fields | application/x-www-form-urlencoded | age=7",
        "POST /pairs-form/fields | application/x-www-form-urlencoded | name=a&age=x",
        "POST /pairs-form/array | application/x-www-form-urlencoded | ids=x",
        "POST /pairs-form/fields",
        "POST /pairs-form/fields | application/json | {}",
        "POST /pairs-form/file",
        "POST /pairs-form/file | multipart/form-data; boundary=x | --x",
        "POST /pairs-form/object | application/x-www-form-urlencoded | isUrgent=x",
        "POST /pairs-form/object | application/x-www-form-urlencoded | to.number=x",
        "GET /pairs-form/composite/7?page=x",
        "GET /pairs-form/composite-class?count=3",
        "GET /pairs-form/composite-class?name=a&count=x",
        "GET /pairs-form/custom",
        "GET /pairs-form/custom?cursor=x",
        "POST /pairs-form/labels | application/x-www-form-urlencoded | [a]=x",
    ];

    /// <summary>Requests to which the answers differ, with the heading in docs/differences.md.</summary>
    public static TheoryData<string, string> Differing => new()
    {
        { "GET /pairs-result/point-null", "A null result is a 404" },
        { "GET /pairs-result/text-null", "A null result is a 404" },
        { "GET /pairs-result/int-null", "A null result is a 404" },
        { "GET /pairs/color?value=green", "Enums bind whatever the case" },
        { "GET /pairs/int-nullable?value=", "An empty value is a missing one" },
        { "GET /pairs/int-default?value=", "An empty value is a missing one" },
        { "GET /pairs-result/animal", "JSON is written by the declared type" },
        { "POST /pairs/array?value=a&value=b", "Arrays come from the query string whatever the method" },
        { "GET /pairs/values", "No values are no failure" },
        { "GET /pairs-result/bytes", "Bytes are bytes" },
        { "GET /pairs/header-named", "Headers are named after parameters" },
        { "HEAD /pairs-result/text", "GET answers HEAD" },
        { "POST /pairs-form/labels | application/x-www-form-urlencoded | labels[a]=1", "Fields may have the parameter's name before them" },
        { "POST /pairs-form/file | application/x-www-form-urlencoded | file=1", "A form without files lacks the file" },
        { "POST /pairs-form/object | application/x-www-form-urlencoded | other=1", "What a form lacks keeps its value" },
        { """POST /pairs-body/point | application/json + gzip | {"x":1}""", "A compressed body is a 415" },
        { "GET /pairs/int?value=x", "A refusal says why" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public async Task Both_answer_the_same(string request)
    {
        var (upwire, minimal) = await apps.SendAsync(request);
        Assert.Equal(minimal, upwire);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Both_refuse_with_the_same_status_and_Upwire_says_why(string request)
    {
        var (upwire, minimal) = await apps.SendAsync(request);
        Assert.InRange(minimal.Status, 400, 499);
        Assert.Equal(minimal.Status, upwire.Status);
        Assert.Equal("", minimal.Body);
        Assert.Equal("application/problem+json", upwire.ContentType);
        Assert.Contains("\"errors\":{", upwire.Body);
    }

    [Theory]
    [MemberData(nameof(Differing))]
    public async Task Where_the_answers_differ_the_documentation_says_why(string request, string heading)
    {
        var (upwire, minimal) = await apps.SendAsync(request);
        Assert.NotEqual(minimal, upwire);
        Assert.Contains($"## {heading}\n", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "differences.md"), TestContext.Current.CancellationToken));
    }
}
