// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import java.util.Arrays;
import java.util.List;

/**
 * A column of the edge table.
 *
 * @param type ClickHouse's text of its type
 * @param literals its values as literals of an INSERT, repeated down the rows
 */
record EdgeColumn(String name, String type, List<String> literals) {

  private static final String[] TEXTS = {
    "''",
    "'a'",
    "'Abc'",
    "'Hello, World! Hello'",
    "'Grüße aus Köln'",
    "'日本語😀'",
    "'\\xFF\\xFEab\\xC3'",
    "'tab\\there\\nline'",
    "'a,b,,c,'",
    "' x y '",
    "'\\0nul\\0'",
    "'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhiiiiiiiiii'"
  };

  private static EdgeColumn of(String name, String type, String... literals) {
    return new EdgeColumn(name, type, Arrays.asList(literals));
  }

  /** All columns: one a type, texts of several kinds. */
  static List<EdgeColumn> all() {
    return java.util.stream.Stream.of(integers(), numbers(), texts(), times(), others(), nested())
        .flatMap(List::stream)
        .toList();
  }

  private static List<EdgeColumn> integers() {
    return List.of(
        of("u8", "UInt8", "0", "1", "2", "7", "127", "128", "255"),
        of("i8", "Int8", "0", "1", "-1", "3", "-128", "127"),
        of("u16", "UInt16", "0", "1", "300", "32768", "65535"),
        of("i16", "Int16", "0", "-1", "5", "-32768", "32767"),
        of("u32", "UInt32", "0", "1", "12", "86400", "2147483648", "4294967295"),
        of("i32", "Int32", "0", "-1", "2", "1000000", "-2147483648", "2147483647"),
        of(
            "u64",
            "UInt64",
            "0",
            "1",
            "17",
            "9007199254740993",
            "9223372036854775808",
            "18446744073709551615"),
        of("i64", "Int64", "0", "-1", "4", "-9223372036854775808", "9223372036854775807"),
        of("i128", "Int128", "0", "-1", "170141183460469231731687303715884105727", "-5"),
        of("u256", "UInt256", "0", "1", "340282366920938463463374607431768211456", "77"),
        of("flag", "Bool", "true", "false"));
  }

  private static List<EdgeColumn> numbers() {
    return List.of(
        of("f32", "Float32", "0", "-0.0", "1.5", "-2.25", "nan", "inf", "-inf", "3.4e38", "0.1"),
        of(
            "f64",
            "Float64",
            "0",
            "-0.0",
            "0.5",
            "-0.5",
            "1",
            "2",
            "-3.75",
            "nan",
            "inf",
            "-inf",
            "1e300",
            "5e-324",
            "0.1",
            "123456789.987654321",
            "-1e-10",
            "2.5"),
        of("d32", "Decimal32(2)", "0", "1.25", "-1.25", "9999999.99", "0.01"),
        of("d64", "Decimal64(4)", "0", "2.5", "-12345.6789", "99999999999999.9999"),
        of("d128", "Decimal128(3)", "0", "1.5", "-0.001", "12345678901234567890.123"),
        of("d256", "Decimal256(5)", "0", "-2", "0.00001"));
  }

  private static List<EdgeColumn> texts() {
    return List.of(
        of("s", "String", TEXTS),
        of("w", "String", "'a'", "'l'", "','", "''", "'lo'", "'ü'", "' '", "'日'", "'HELLO'", "'b'"),
        of("n", "String", "'0'", "'12'", "'-7'", "'3.5'", "''", "'abc'", "'FF'", "'1e3'", "'255'"),
        of(
            "h",
            "String",
            "'http://www.example.co.uk:8080/a/b?x=1&y=%20z#frag'",
            "'https://user:pw@sub.site.com/path/?q=a&q=b'",
            "'example.com'",
            "''",
            "'//cdn.net/x.js?'",
            "'http://127.0.0.1/#/r?p=1'",
            "'mailto:a@b.org'",
            "'http://пример.рф/п?а=б'"),
        of("t", "String", "'2024-02-29'", "'2024-02-29 23:59:58'", "'1970-01-01'", "''", "'x'"),
        of(
            "j",
            "String",
            "'{\"a\":1,\"b\":[1,\"x\",null],\"c\":{\"d\":1.5}}'",
            "'[]'",
            "''",
            "'{'"),
        of(
            "ip",
            "String",
            "'127.0.0.1'",
            "'::1'",
            "'2001:db8::ff00:42:8329'",
            "''",
            "'256.1.1.1'",
            "'::ffff:1.2.3.4'",
            "'0.0.0.0'"),
        of("fs", "FixedString(5)", "'abcde'", "'ab'", "''", "'12'", "'\\xFFxyz'", "'ü'"),
        of("fs16", "FixedString(16)", "'0123456789abcdef'", "''", "'a'"),
        of("ns", "Nullable(String)", "'a'", "NULL", "''", "'Hello'", "'7'"),
        of("ls", "LowCardinality(String)", "'x'", "''", "'Hello'", "'5'", "'ü'"),
        of("lns", "LowCardinality(Nullable(String))", "'x'", "NULL", "'Hello'", "''"));
  }

  private static List<EdgeColumn> times() {
    return List.of(
        of("d", "Date", "'1970-01-01'", "'2024-02-29'", "'2149-06-06'", "'2023-12-31'"),
        of("d2", "Date32", "'1900-01-01'", "'2299-12-31'", "'1969-12-31'", "'2024-02-29'"),
        of("dt", "DateTime('UTC')", "'1970-01-01 00:00:00'", "'2024-02-29 23:59:59'"),
        of("dtz", "DateTime('America/New_York')", "'2024-03-10 03:30:00'", "'2024-11-03 01:30:00'"),
        of("dt3", "DateTime64(3, 'UTC')", "'2024-02-29 12:34:56.789'", "'1969-12-31 23:59:59.001'"),
        of("dt9", "DateTime64(9, 'Asia/Kolkata')", "'2024-02-29 12:34:56.123456789'"));
  }

  private static List<EdgeColumn> others() {
    return List.of(
        of("id4", "IPv4", "'127.0.0.1'", "'0.0.0.0'", "'255.255.255.255'", "'10.1.2.3'"),
        of("id6", "IPv6", "'::'", "'::ffff:1.2.3.4'", "'2001:db8::ff00:42:8329'"),
        of(
            "uid",
            "UUID",
            "'612f3c40-5d3b-217e-707b-6a546a3d7b29'",
            "'00000000-0000-0000-0000-000000000000'",
            "'018f05c9-4ab8-7b86-b64e-c9f03fbd45d1'"),
        of("e8", "Enum8('a' = 1, 'b' = -2, 'ccc' = 3)", "'a'", "'b'", "'ccc'"),
        of("e16", "Enum16('x' = 1000, 'y' = -1000)", "'x'", "'y'"),
        of("nu", "Nullable(UInt32)", "NULL", "0", "5", "4294967295"),
        of("nf", "Nullable(Float64)", "1.5", "NULL", "-0.0", "nan"),
        of("nd", "Nullable(DateTime('UTC'))", "NULL", "'2024-02-29 23:59:59'"));
  }

  private static List<EdgeColumn> nested() {
    return List.of(
        of("au", "Array(UInt8)", "[]", "[1]", "[3, 1, 2, 255]", "[0, 0, 1]"),
        of("ai", "Array(Int64)", "[]", "[-1]", "[5, -3, 9]", "[0, 9223372036854775807]"),
        of("af", "Array(Float64)", "[]", "[1.5, -2]", "[nan, inf, 0]", "[0.1, 0.2, 0.3]"),
        of("an", "Array(Nullable(Int32))", "[]", "[NULL]", "[1, NULL, -1]"),
        of("as", "Array(String)", "[]", "['a']", "['', 'b', 'Hello']", "['ü', '1', 'a']"),
        of("aa", "Array(Array(Int32))", "[]", "[[]]", "[[1, 2], [], [3]]"),
        of("tu", "Tuple(UInt8, Int32)", "(1, 2)", "(0, -1)", "(255, 7)"),
        of("tf", "Tuple(x Float64, y Float64)", "(1.5, -2)", "(0, 0)", "(3, 4)"),
        of("ts", "Tuple(String, Nullable(Int8))", "('a', 1)", "('', NULL)"),
        of("m", "Map(String, UInt64)", "{}", "{'a': 1}", "{'b': 2, 'a': 18446744073709551615}"),
        of("mi", "Map(Int32, Array(String))", "{}", "{-1: [], 5: ['x', 'y']}"));
  }
}
