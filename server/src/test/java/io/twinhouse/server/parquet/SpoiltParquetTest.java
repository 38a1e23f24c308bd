// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are cut off or whose bytes are wrong: rows or a refusal, at once, and no byte held.
 */
@RequiresClickHouse
@ExtendWith(Seed.class)
final class SpoiltParquetTest {

  private static final int SPOILT = Integer.getInteger("twinhouse.spoilt", 3_000);
  private static final long MOST_BYTES = 64L << 20;

  /** A row group of so few rows has no more of them than pages tell. */
  private static final long MOST_ROWS = 1L << 22;

  private static final String SQL =
      "SELECT number AS n, toString(number) AS s, if(number % 2 = 0, NULL, number) AS u,"
          + " [number, 1] AS a, map(s, 1.5) AS m, CAST((n, s), 'Tuple(x UInt64, y String)') AS t,"
          + " toFixedString('ab', 3) AS f, toDecimal128(number, 3) AS d, number % 2 = 0 AS b"
          + " FROM numbers(50) FORMAT Parquet";
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              field("n", "UInt64"),
              field("s", "String"),
              field("u", "Nullable(UInt64)"),
              field("a", "Array(UInt64)"),
              field("m", "Map(String, Float64)"),
              field("t", "Tuple(x UInt64, y String)"),
              field("f", "FixedString(3)"),
              field("d", "Decimal(38, 3)"),
              field("b", "Bool")));

  private final ClickHouseHttp server;

  SpoiltParquetTest(ClickHouseHttp server) {
    this.server = server;
  }

  private static Field field(String name, String type) {
    return new Field(name, TypeParser.parse(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "zstd", "snappy", "lz4", "gzip"})
  void isRefusedAtOnce(String method, RandomSource random) {
    byte[] whole =
        server
            .with("output_format_parquet_compression_method", method)
            .with("output_format_parquet_write_bloom_filter", 0)
            .bytes(SQL);
    assertThat(read(whole)).isEqualTo(50);
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < SPOILT; i++) {
            readSpoilt(spoil(whole, random));
          }
        });
    for (int cut = 0; cut < whole.length; cut += 7) {
      byte[] part = Arrays.copyOf(whole, cut);
      assertThatThrownBy(() -> read(part)).isInstanceOf(TwinhouseException.class);
    }
  }

  private static byte[] spoil(byte[] whole, RandomSource random) {
    byte[] spoilt = whole.clone();
    int times = 1 + random.between(0, 3);
    for (int i = 0; i < times; i++) {
      int at = random.between(0, spoilt.length - 1);
      spoilt[at] = random.oneIn(2) ? (byte) random.between(0, 255) : (byte) 0xFF;
    }
    return spoilt;
  }

  private static void readSpoilt(byte[] data) {
    try {
      assertThat(read(data)).isLessThanOrEqualTo(MOST_ROWS);
    } catch (TwinhouseException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static long read(byte[] data) {
    long rows = 0;
    try (MemoryContext memory = MemoryContext.root("spoilt", MOST_BYTES)) {
      try (RowReader reader =
          new ParquetReader(
              SCHEMA,
              FormatSettings.DEFAULT,
              ParquetFile.read(new ByteArrayInputStream(data), memory))) {
        for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
          rows += batch.rows();
          assertThat(rows).isLessThanOrEqualTo(MOST_ROWS);
        }
      }
      assertThat(memory.reservedBytes()).isZero();
    }
    return rows;
  }
}
