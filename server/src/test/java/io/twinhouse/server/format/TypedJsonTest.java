// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.ClickHouseRefusal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * JSON with the types of its values in binary formats: what one house writes the other reads, with
 * the same values and types.
 */
final class TypedJsonTest extends TwoEndpoints {

  private static final List<String> OBJECTS =
      List.of(
          "{}",
          "{\"a\":1}",
          "{\"a\":-1,\"b\":1.5,\"c\":true,\"d\":\"x\"}",
          "{\"a\":5.0,\"b\":1e300,\"c\":18446744073709551615}",
          "{\"a\":{\"b\":{\"c\":\"y\"},\"d\":2},\"e.f\":3}",
          "{\"a\":\"2020-01-31\",\"b\":\"2020-01-31 10:20:30\",\"c\":\"2020-01-31 10:20:30.5\"}",
          "{\"a\":[1,2,null],\"b\":[1.5,2],\"c\":[\"x\",\"\"],\"d\":[true]}",
          "{\"a\":[[1],[2,3]],\"b\":[]}",
          "{\"a\":[{\"b\":1,\"c\":[\"z\"]},{\"d\":\"2020-01-01\"}]}",
          "{\"a\":\"Gr\\u00fc\\u00dfe \\n \\\"q\\\" \\u000b\",\"\":0,\"b c\":null}",
          "{\"a\":[\"2020-01-31\",\"2020-02-01\"],\"b\":\"12\"}");

  private static final List<String> FORMATS =
      List.of("RowBinary", "RowBinaryWithNamesAndTypes", "Native");

  TypedJsonTest(ClickHouseHttp server) {
    super(server);
  }

  @TestFactory
  Stream<DynamicTest> whatOneHouseWritesTheOtherReads() {
    return FORMATS.stream()
        .flatMap(
            format ->
                Stream.of("JSON", "JSON(a.d Int32, x Nullable(String))", "Array(JSON)")
                    .flatMap(type -> tests(format, type)));
  }

  private Stream<DynamicTest> tests(String format, String type) {
    return OBJECTS.stream()
        .map(
            object ->
                DynamicTest.dynamicTest(
                    format + " " + type + " " + object, () -> exchange(format, type, object)));
  }

  private void exchange(String format, String type, String object) {
    String text = object.replace("\\", "\\\\").replace("'", "\\'");
    String value =
        type.startsWith("Array")
            ? "['" + text + "', '{\"q\":1}']::Array(JSON)"
            : "'" + text + "'::" + type;
    for (String revision : List.of("0", "54460", "54475", "54480")) {
      ClickHouseHttp real = server.with("client_protocol_version", revision);
      ClickHouseHttp own = ours.with("client_protocol_version", revision);
      byte[] theirs = written(real, "SELECT " + value + " AS v FORMAT " + format);
      byte[] mine = written(own, "SELECT " + value + " AS v FORMAT " + format);
      assertThat(mine == null).isEqualTo(theirs == null);
      if (theirs != null && mine != null) {
        if (format.equals("Native")) {
          assertThat(mine).as("revision " + revision).isEqualTo(theirs);
          if (!revision.equals("0")) {
            continue; // data of an INSERT are of no revision
          }
        }
        String expected = read(real, type, format, theirs);
        assertThat(read(real, type, format, mine)).as("ours read there").isEqualTo(expected);
        if (!type.startsWith("Array")) {
          // no table here has such a column
          assertThat(read(own, type, format, theirs)).as("theirs read here").isEqualTo(expected);
          assertThat(read(own, type, format, mine)).as("ours read here").isEqualTo(expected);
        }
      }
    }
  }

  /** Such a table would keep an empty object in place of NULL. */
  @Test
  void noTableHasObjectsThatMayBeNull() {
    ours.query("DROP TABLE IF EXISTS nullable_json");
    for (String engine : List.of("Memory", "MergeTree ORDER BY tuple()")) {
      String create = "CREATE TABLE nullable_json (v Nullable(JSON)) ENGINE = " + engine;
      assertThatThrownBy(() -> ours.query(create)).hasMessageContaining("Nullable(JSON)");
    }
  }

  @Test
  void typesThatAreNoneAreRefused() {
    ours.query("DROP TABLE IF EXISTS typed_json");
    ours.query("CREATE TABLE typed_json (v JSON) ENGINE = Memory");
    byte[] nullableDynamic = {1, 1, 'a', 0x23, 0x2B, 0x20, 1};
    assertThatThrownBy(
            () -> ours.insert("INSERT INTO typed_json FORMAT RowBinary", nullableDynamic))
        .isInstanceOfSatisfying(
            ClickHouseRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(48));
  }

  private static String read(ClickHouseHttp house, String type, String format, byte[] data) {
    house.query("DROP TABLE IF EXISTS typed_json");
    house.query("CREATE TABLE typed_json (v " + type + ") ENGINE = Memory");
    house.insert("INSERT INTO typed_json FORMAT " + format, data);
    String types =
        type.startsWith("Array")
            ? "arrayMap(x -> JSONAllPathsWithTypes(x), v)"
            : "JSONAllPathsWithTypes(v)";
    return house.query("SELECT v, " + types + " FROM typed_json FORMAT TSV");
  }
}
