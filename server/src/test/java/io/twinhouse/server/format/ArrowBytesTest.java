// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Long and short buffers, more and less repetitive, must be compressed to the same bytes as on the
 * server. One row holds them all, since the server's blocks are longer than ours.
 */
@ExtendWith(Seed.class)
final class ArrowBytesTest extends TwoEndpoints {

  /** How many random rows; {@code -Dtwinhouse.rows} for more. */
  private static final int ROWS = Integer.getInteger("twinhouse.rows", 25);

  private static final List<String> METHODS = List.of("lz4_frame", "zstd", "none");

  private static final List<Integer> LENGTHS =
      List.of(0, 1, 5, 12, 13, 20, 100, 1000, 10_000, 120_000);

  /** Texts of more than a block of LZ4, of 4 MiB, and bodies just under and over 1 MiB. */
  private static final List<String> LONG_ROWS =
      List.of(
          "arrayStringConcat(arrayMap(x -> toString(x), range(800000))) AS a",
          "arrayMap(x -> toUInt8(if(x < 4194400, sipHash64(x), 1)), range(9000000)) AS a",
          "arrayMap(x -> toUInt8(intDiv(x, 7)), range(1048567)) AS a",
          "arrayMap(x -> toUInt8(intDiv(x, 7)), range(1048568)) AS a");

  ArrowBytesTest(ClickHouseHttp server) {
    super(server.with("output_format_arrow_use_native_writer", 1));
  }

  @Test
  void longBuffersAreCompressedToTheSameBytes() {
    for (String row : LONG_ROWS) {
      compare(row, "lz4_frame");
    }
  }

  @Test
  void randomBuffersAreCompressedToTheSameBytes(RandomSource random) {
    for (int i = 0; i < ROWS; i++) {
      StringBuilder row = new StringBuilder();
      for (int column = 0, columns = random.between(1, 3); column < columns; column++) {
        row.append(column == 0 ? "" : ", ").append(column(random)).append(" AS c").append(column);
      }
      compare(row.toString(), random.pick(METHODS));
    }
  }

  private static String column(RandomSource random) {
    int length = random.pick(LENGTHS) + random.between(0, 3);
    int range = 1 << random.between(0, 16);
    String number =
        switch (random.between(0, 3)) {
          case 0 -> "sipHash64(x, " + random.anyLong() + ") % " + range;
          case 1 -> "intDiv(x, " + range + ")";
          case 2 -> "x * " + range;
          default -> "if(sipHash64(x) % 10 < 8, x % " + range + ", sipHash64(x, 1))";
        };
    String value = "toUInt" + (8 << random.between(0, 3)) + "(" + number + ")";
    String array = "arrayMap(x -> " + value + ", range(" + length + "))";
    return random.oneIn(3) ? "arrayStringConcat(arrayMap(x -> toString(x), " + array + "))" : array;
  }

  private void compare(String row, String method) {
    String sql = "SELECT " + row + " FORMAT " + (method.equals("zstd") ? "Arrow" : "ArrowStream");
    String setting = "output_format_arrow_compression_method";
    byte[] expected = server.with(setting, method).bytes(sql);
    assertThat(Arrays.equals(ours.with(setting, method).bytes(sql), expected))
        .as(sql + " by " + method)
        .isTrue();
  }
}
