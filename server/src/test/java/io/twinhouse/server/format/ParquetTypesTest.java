// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Parquet files of the server, with every type's edge values and with many rows in pages and row
 * groups of all makes, are read here into the rows that the server reads.
 */
final class ParquetTypesTest extends TwoEndpoints {

  private static final List<String> METHODS = List.of("none", "zstd", "snappy", "lz4", "gzip");

  private static final String MANY =
      "SELECT number AS n, tuple(number % 7, toString(number % 1000), if(number % 3 = 0, NULL,"
          + " number * 1.5), arrayMap(x -> if(x % 2 = 0, NULL, toString(x)), range(number % 5)),"
          + " map('k', range(number % 4), toString(number), [number]),"
          + " arrayMap(x -> (x, range(x % 3)), range(number % 4)), number % 2 = 0,"
          + " toDecimal128(number, 3)) AS v FROM numbers(30000)";

  private static final String MANY_TYPE =
      "Tuple(a UInt8, b LowCardinality(String), c Nullable(Float64), d Array(Nullable(String)),"
          + " e Map(String, Array(UInt32)), f Array(Tuple(g UInt64, h Array(UInt16))), i Bool,"
          + " j Decimal(38, 3))";

  ParquetTypesTest(ClickHouseHttp server) {
    super(server, AllTypesTest.ALL_TYPES);
  }

  @TestFactory
  Stream<DynamicTest> everyTypeIsReadAsTheServerReadsIt() {
    return EdgeValues.byType().entrySet().stream()
        .map(type -> DynamicTest.dynamicTest(type.getKey(), () -> read(type)));
  }

  private void read(Map.Entry<String, List<String>> type) {
    String method = METHODS.get(Math.floorMod(type.getKey().hashCode(), METHODS.size()));
    byte[] data =
        written(
            server.with("output_format_parquet_compression_method", method),
            "SELECT n, v FROM ("
                + EdgeValues.rows(type.getKey(), type.getValue())
                + ") ORDER BY n FORMAT Parquet");
    if (data != null) {
      compare(type.getKey(), data);
    }
  }

  private void compare(String type, byte[] data) {
    for (ClickHouseHttp house : List.of(server, ours)) {
      house.query("DROP TABLE IF EXISTS parquet");
      house.query("CREATE TABLE parquet (n UInt32, v " + type + ") ENGINE = Memory");
    }
    assertThat(inserted(ours, "parquet", "Parquet", data))
        .isEqualTo(inserted(server, "parquet", "Parquet", data));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "output_format_parquet_row_group_size=7000",
        "output_format_parquet_data_page_size=1000",
        "output_format_parquet_max_dictionary_size=0",
        "output_format_parquet_max_dictionary_size=3000",
        "output_format_parquet_compression_method=snappy",
        "output_format_parquet_compression_method=none"
      })
  void manyRowsAreReadAsTheServerReadsThem(String setting) {
    String[] parts = setting.split("=", 2);
    String sql = "SELECT n, CAST(v AS " + MANY_TYPE + ") AS v FROM (" + MANY + ") FORMAT Parquet";
    compare(MANY_TYPE, server.with(parts[0], parts[1]).bytes(sql));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "zstd", "lz4", "gzip"})
  void manyRowsAreWrittenAsTheServerReadsThem(String method) {
    String sql = "SELECT n, CAST(v AS " + MANY_TYPE + ") AS v FROM (" + MANY + ") FORMAT Parquet";
    byte[] data =
        ours.with("output_format_parquet_compression_method", method)
            .with("output_format_parquet_row_group_size", 7_000)
            .bytes(sql);
    compare(MANY_TYPE, data);
    assertThat(server.query("SELECT count(), sum(n) FROM parquet")).isEqualTo("30000\t449985000\n");
  }
}
