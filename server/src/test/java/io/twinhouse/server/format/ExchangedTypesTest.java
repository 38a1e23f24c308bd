// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Formats that other programs read: for every type, the bytes of Arrow are equal and the schemas of
 * Parquet are, and each house reads its own data and the other's into the same table.
 */
final class ExchangedTypesTest extends TwoEndpoints {

  /** Left out where formats are compared byte by byte. */
  static final List<String> FORMATS = List.of("Arrow", "ArrowStream", "Avro", "Parquet");

  /** Asks the server for the schema of a Parquet file, whose bytes it is given. */
  private static final String LEAVES =
      "SELECT arrayMap(c -> (c.name, c.path, c.max_definition_level, c.max_repetition_level,"
          + " c.physical_type, c.logical_type), columns) FROM format(ParquetMetadata, '%s')"
          + " FORMAT TSV";

  ExchangedTypesTest(ClickHouseHttp server) {
    super(server.with("output_format_arrow_use_native_writer", 1), AllTypesTest.ALL_TYPES);
  }

  @TestFactory
  Stream<DynamicTest> everyTypeGoesBothWays() {
    return EdgeValues.byType().entrySet().stream()
        .map(type -> DynamicTest.dynamicTest(type.getKey(), () -> exchange(type)));
  }

  private void exchange(Map.Entry<String, List<String>> type) throws IOException {
    String rows = EdgeValues.rows(type.getKey(), type.getValue());

    for (ClickHouseHttp house : List.of(server, ours)) {
      for (String table : List.of("sent", "received")) {
        house.query("DROP TABLE IF EXISTS " + table);
        house.query(
            "CREATE TABLE " + table + " (n UInt8, v " + type.getKey() + ") ENGINE = Memory");
      }
      house.query("INSERT INTO sent SELECT n, v FROM (" + rows + ") ORDER BY n");
    }
    // The server's own writer lays out the two fields of a wide Arrow time the other way round.
    boolean wideTime = type.getKey().matches("(.*[^e])?Time64\\([69]\\).*");
    for (String format : FORMATS) {
      exchange(format, !wideTime);
    }
  }

  private void exchange(String format, boolean sameBytes) throws IOException {
    String sql = "SELECT n, v FROM sent ORDER BY n FORMAT " + format;
    byte[] theirs = written(server, sql);
    byte[] own = written(ours, sql);
    if (own == null) {
      return;
    }
    assertThat(theirs).as(format + " is written by both").isNotNull();
    if (format.equals("Parquet")) {
      assertThat(leaves(own)).isEqualTo(leaves(theirs));
    } else if (sameBytes && !format.equals("Avro")) {
      assertThat(own).as(format).isEqualTo(theirs);
    }
    String expected = inserted(server, "received", format, theirs);
    assertThat(inserted(server, "received", format, own))
        .as("ours on the server")
        .isEqualTo(expected);
    assertThat(inserted(ours, "received", format, theirs)).as("theirs here").isEqualTo(expected);
    assertThat(inserted(ours, "received", format, own)).as("ours here").isEqualTo(expected);
  }

  private String leaves(byte[] data) {
    StringBuilder bytes = new StringBuilder();
    for (byte value : data) {
      bytes.append(String.format(Locale.ROOT, "\\x%02x", value));
    }
    return server.query(String.format(Locale.ROOT, LEAVES, bytes));
  }
}
