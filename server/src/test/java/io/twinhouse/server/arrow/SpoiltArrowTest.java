// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that are cut off or whose bytes are wrong: rows or a refusal, at once. */
@ExtendWith(Seed.class)
final class SpoiltArrowTest {

  private static final int SPOILT = Integer.getInteger("twinhouse.spoilt", 3_000);
  private static final String SQL =
      "SELECT number AS n, toString(number) AS s, if(number % 2 = 0, NULL, number) AS u,"
          + " [number, 1] AS a, map(s, 1.5) AS m, (n, s) AS t, toFixedString('ab', 3) AS f,"
          + " toDecimal128(number, 3) AS d, number % 2 = 0 AS b FROM numbers(50)";

  @ParameterizedTest
  @CsvSource({
    "Arrow, none", "Arrow, lz4_frame", "Arrow, zstd",
    "ArrowStream, none", "ArrowStream, lz4_frame", "ArrowStream, zstd"
  })
  void isRefusedAtOnce(String format, String method, RandomSource random) throws IOException {
    byte[] whole;
    Schema schema;
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        QueryResult result = engine.query(SQL)) {
      schema = result.schema();
      whole = write(result, format, method);
    }
    assertThat(read(schema, format, whole)).isEqualTo(50);
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < SPOILT; i++) {
            readSpoilt(schema, format, spoil(whole, random));
          }
        });
    for (int cut = 0; cut < whole.length - 8; cut += 7) {
      byte[] part = Arrays.copyOf(whole, cut);
      if (format.equals("Arrow")) {
        assertThatThrownBy(() -> read(schema, format, part)).isInstanceOf(TwinhouseException.class);
      } else {
        readSpoilt(schema, format, part);
      }
    }
  }

  private static byte[] write(QueryResult result, String format, String method) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FormatSettings settings =
        new FormatSettings(Map.of("output_format_arrow_compression_method", method));
    ResultWriter writer = Formats.output(format).writer(result.schema(), settings, out);
    for (Batch batch = result.next(); batch != null; batch = result.next()) {
      writer.write(batch);
    }
    writer.end(new ResultFigures(0, 0, 0, -1));
    return out.toByteArray();
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

  private static void readSpoilt(Schema schema, String format, byte[] data) throws IOException {
    try {
      read(schema, format, data);
    } catch (TwinhouseException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static long read(Schema schema, String format, byte[] data) throws IOException {
    long rows = 0;
    try (RowReader reader =
        Formats.input(format)
            .reader(schema, FormatSettings.DEFAULT, new ByteArrayInputStream(data))) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        rows += batch.rows();
      }
    }
    return rows;
  }
}
