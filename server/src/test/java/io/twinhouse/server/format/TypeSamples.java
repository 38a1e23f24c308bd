// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries whose results hold every type that has a form in all formats, edges included. */
final class TypeSamples {

  /** Samples whose values have no plain RowBinary form, or which are more than rows. */
  static final List<String> NOT_ROWS =
      List.of("json", "json2", "totals", "nested", "gen name", "names");

  private TypeSamples() {}

  static Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    plain(queries);
    layouts(queries);
    return queries;
  }

  private static void plain(Map<String, String> queries) {
    queries.put(
        "integers",
        "SELECT toUInt8(255) AS u8, toInt8(-128) AS i8, toUInt16(65535) AS "
            + "u16, toInt16(-3) AS i16, toUInt32(4294967295) AS u32, toInt32(-5) AS "
            + "i32, toUInt64(18446744073709551615) AS u64, "
            + "toInt64(-9223372036854775808) AS i64, toInt128(-7) AS i128, "
            + "toUInt256('115792089237316195423570985008687907853269984665640564039457584007913129639935') "
            + "AS u256, true AS b, false AS c");
    queries.put(
        "floats",
        "SELECT arrayJoin([0., -0., 1.5, 1e25, 1e-7, 123456789.123, nan, inf, "
            + "-inf, 1e21, 0.1]) AS f64, toFloat32(f64) AS f32");
    queries.put(
        "texts",
        "SELECT arrayJoin(['', 'plain', 'tab\\there', 'line\\nbreak', 'quo\\'te', "
            + "'double\"quote', 'back\\\\slash', 'Grüße', 'comma,semi;', '\\0\\b\\f\\r', "
            + "'</script>', ' lead', 'trail ', 'a|b*c_d`e#f&<>', '\\xff\\xfe']) AS s, "
            + "toFixedString(substring(s, 1, 3), 6) AS f, toLowCardinality(s) AS l, "
            + "if(s = 'plain', NULL, s) AS n");
    queries.put(
        "times",
        "SELECT toDate('2026-03-01') AS d, toDate32('1910-01-02') AS d32, "
            + "toDateTime('2026-03-01 12:34:56', 'UTC') AS t, "
            + "toDateTime64('2026-03-01 12:34:56.789', 3, 'UTC') AS t3, "
            + "toDateTime64('1950-03-01 12:34:56.789012', 6, 'Asia/Tokyo') AS t6");
    queries.put(
        "others",
        "SELECT toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') AS u, "
            + "toIPv4('1.2.3.4') AS v4, toIPv6('2001:db8::1') AS v6, "
            + "toDecimal32(-1.5, 2) AS d32, toDecimal64(0.001, 5) AS d64, "
            + "toDecimal128('123456789012345678901.5', 3) AS d128, CAST('b', "
            + "'Enum8(\\'a\\' = 1, \\'b\\' = 2)') AS e, CAST('x y', 'Enum16(\\'x y\\' = "
            + "1000, \\'b\\' = 2)') AS e16, toDecimal256('-0.00000000000000000001', "
            + "20) as d256");
    queries.put("nulls", "SELECT NULL AS n, [NULL] AS a");
    queries.put(
        "containers",
        "SELECT [1, 2, 3] AS a, emptyArrayString() AS e, ['x', 'y\\'z'] AS s, "
            + "[1, NULL] AS n, (1, 'two', NULL) AS t, CAST((1, 'x'), 'Tuple(a UInt8, "
            + "b String)') AS named, map('k', 1, 'l', 2) AS m, [[1], []] AS aa, [(1, "
            + "'q')] AS at, [toDate('2026-01-02')] AS ad, map('d', [1.5]) AS ma, "
            + "[toLowCardinality('lc')] AS al, "
            + "[toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')] AS au");
    queries.put(
        "nested",
        "SELECT [map('a', [(1, 'x')])] AS m, map(toDate('2026-01-01'), 1.5) AS "
            + "md, map(1, map('q', NULL)) AS mm, [CAST((1, NULL), 'Tuple(a UInt8, `b "
            + "c` Nullable(String))')] AS nt, ([1.5, nan], map()) AS t2");
    queries.put(
        "nullable",
        "SELECT number AS n, if(n % 2 = 0, NULL, n) AS x, if(n % 2 = 0, NULL, "
            + "toString(n)) as y, toNullable(toDate(n)) as d FROM numbers(5)");
    queries.put(
        "lowcard",
        "SELECT toLowCardinality(toString(number % 3)) AS l, "
            + "toLowCardinality(toNullable(if(number = 2, NULL, toString(number % "
            + "2)))) AS ln, [toLowCardinality(toString(number)), "
            + "toLowCardinality('x')] AS al FROM numbers(5)");
  }

  private static void layouts(Map<String, String> queries) {
    queries.put(
        "table", "SELECT number AS n, toString(n) AS s, ['Ü', '東京'] AS `東京` FROM " + "numbers(60)");
    queries.put("table1", "SELECT number AS n FROM numbers(1)");
    queries.put("long number", "SELECT 10000000 + number AS n FROM numbers(2)");
    queries.put("single number", "SELECT 12345678 AS n");
    queries.put("single float", "SELECT 12345678.5 AS n, 2");
    queries.put("long name", "SELECT 1 AS a_name_of_more_than_28_characters");
    queries.put("long name2", "SELECT 1 AS a_name_of_more_than_28_characters, 'abc' AS b");
    queries.put(
        "gen name",
        "SELECT concat('aaaaaaaaaaaaaaaaaaaaaaaa', "
            + "'bbbbbbbbbbbbbbbbbbbbbbbb'), 1+1, upper('x')");
    queries.put("wide", "SELECT repeat('x', 300) AS a, 1 AS b, 2 AS c, 3 AS d, 4 AS e");
    queries.put("multi", "SELECT 'a\\nb' AS a, 1 AS b, 'x\\ny\\nz' as c");
    queries.put("multi2", "SELECT number, 'a\\nbb\\n' AS a FROM numbers(2)");
    queries.put("empty", "SELECT 1 AS x, 'a' AS y WHERE 0");
    queries.put(
        "totals",
        "SELECT number % 3 AS k, count() AS c, sum(number) AS s FROM "
            + "numbers(10) GROUP BY k WITH TOTALS ORDER BY k");
    queries.put("json", "SELECT '{\"a\":1,\"b\":{\"c\":\"x\"},\"d\":[1,2]}'::JSON AS j");
    queries.put(
        "json2",
        "SELECT arrayJoin(['{}', '{\"a\":null,\"b\":\"q\\'\\\\\"\\\\n\"}', "
            + "'{\"a\":[{\"b\":1}]}'])::JSON AS j");
    queries.put(
        "names",
        "SELECT 1 AS `a b`, 2 AS `q'q\"`, 3 AS `x<y>&`, 4 AS `back\\\\slash`, 5 " + "AS `t=u`");
  }
}
