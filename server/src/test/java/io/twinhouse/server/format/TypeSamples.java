// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries whose results hold every type that has a form in all formats, edges included. */
final class TypeSamples {

  /** Cells that the server breaks into lines or reads as a document in a table. */
  static final List<String> OTHERWISE_IN_TABLES = List.of("texts", "containers");

  private TypeSamples() {}

  static Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put(
        "integers",
        "SELECT toUInt8(255) AS u8, toInt8(-128) AS i8, toUInt16(65535) AS u16, toInt16(-3) AS i16,"
            + " toUInt32(4294967295) AS u32, toInt32(-5) AS i32, toUInt64(18446744073709551615) AS"
            + " u64, toInt64(-9223372036854775808) AS i64, toInt128(-7) AS i128,"
            + " toUInt256('115792089237316195423570985008687907853269984665640564039457584007913129639935') AS u256,"
            + " true AS b, false AS c");
    queries.put(
        "floats",
        "SELECT arrayJoin([0., -0., 1.5, 1e25, 1e-7, 123456789.123, nan, inf, -inf, 1e21, 0.1])"
            + " AS f64, toFloat32(f64) AS f32");
    queries.put(
        "texts",
        "SELECT arrayJoin(['', 'plain', 'tab\\there', 'line\\nbreak', 'quo\\'te', 'double\"quote',"
            + " 'back\\\\slash', 'Grüße', 'comma,semi;', '\\0\\b\\f\\r', '</script>', ' lead'])"
            + " AS s, toFixedString(substring(s, 1, 3), 4) AS f, toLowCardinality(s) AS l,"
            + " if(s = 'plain', NULL, s) AS n");
    queries.put(
        "times",
        "SELECT toDate('2026-03-01') AS d, toDate32('1910-01-02') AS d32,"
            + " toDateTime('2026-03-01 12:34:56', 'UTC') AS t,"
            + " toDateTime64('2026-03-01 12:34:56.789', 3, 'UTC') AS t3,"
            + " toDateTime64('1950-03-01 12:34:56.789012', 6, 'Asia/Tokyo') AS t6");
    queries.put(
        "others",
        "SELECT toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0') AS u, toIPv4('1.2.3.4') AS v4,"
            + " toIPv6('2001:db8::1') AS v6, toDecimal32(-1.5, 2) AS d32, toDecimal64(0.001, 5) AS d64,"
            + " toDecimal128('123456789012345678901.5', 3) AS d128,"
            + " CAST('b', 'Enum8(\\'a\\' = 1, \\'b\\' = 2)') AS e");
    queries.put("nulls", "SELECT NULL AS n, [NULL] AS a");
    queries.put(
        "containers",
        "SELECT [1, 2, 3] AS a, emptyArrayString() AS e, ['x', 'y\\'z'] AS s, [1, NULL] AS n,"
            + " (1, 'two', NULL) AS t, CAST((1, 'x'), 'Tuple(a UInt8, b String)') AS named,"
            + " map('k', 1, 'l', 2) AS m, [[1], []] AS aa, [(1, 'q')] AS at,"
            + " [toDate('2026-01-02')] AS ad, map('d', [1.5]) AS ma, [toLowCardinality('lc')] AS al,"
            + " [toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')] AS au");
    queries.put("nullable", "SELECT number AS n, if(n % 2 = 0, NULL, n) AS x FROM numbers(5)");
    queries.put(
        "table", "SELECT number AS n, toString(n) AS s, ['Ü', '東京'] AS `東京` FROM numbers(60)");
    queries.put("long number", "SELECT 10000000 + number AS n FROM numbers(2)");
    queries.put("long name", "SELECT 1 AS a_name_of_more_than_28_characters");
    queries.put("wide", "SELECT repeat('x', 300) AS a, 1 AS b, 2 AS c, 3 AS d, 4 AS e");
    queries.put("empty", "SELECT 1 AS x, 'a' AS y WHERE 0");
    return queries;
  }
}
