// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are found by value among stored numbers, against a look at every value. */
@ExtendWith(Seed.class)
final class FrameSearchTest {

  private static final int ROWS = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 16, 17, 31, 32, 33, 63, 64})
  void rowsAreFoundWhateverTheWidth(int bits, RandomSource random, @TempDir Path place)
      throws IOException {
    LongColumn column = numbers(bits, random);
    try (WrittenColumn written = new WrittenColumn(place, "Nullable(Int64)", column)) {
      for (int g = 0; g < written.granules(); g++) {
        int first = g * PartFormat.GRANULE_ROWS;
        for (int i = 0; i < 60; i++) {
          int from = random.between(0, written.rowsOf(g) - 1);
          int count = random.between(1, written.rowsOf(g) - from);
          long low = bound(column, random);
          long high = bound(column, random);
          int[] rows = new int[count];
          int found = written.page(g).select(from, count, low, high, rows);
          assertThat(Arrays.copyOf(rows, found))
              .as("rows %s to %s from %s, %s more", low, high, from, count)
              .isEqualTo(
                  IntStream.range(from, from + count)
                      .filter(row -> isWithin(column, first + row, low, high))
                      .toArray());
        }
      }
    }
  }

  private static boolean isWithin(LongColumn column, int row, long low, long high) {
    long value = column.values()[row];
    return !column.isNull(row) && value >= low && value <= high;
  }

  /** Bounds that are values, lie beside them, are anything or the ends of all. */
  private static long bound(LongColumn column, RandomSource random) {
    if (random.oneIn(4)) {
      return random.oneIn(2) ? random.anyLong() : random.oneIn(2) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return column.values()[random.between(0, ROWS - 1)] + random.between(-1, 1);
  }

  /** Numbers that differ by so many bits, sometimes at the ends of what a number holds. */
  private static LongColumn numbers(int bits, RandomSource random) {
    ColumnBuilder builder = ColumnBuilder.of(TypeParser.parse("Nullable(Int64)"));
    long base = random.oneIn(3) ? Long.MIN_VALUE : random.anyLong() >> random.between(0, 63);
    boolean nulls = random.oneIn(2);
    for (int i = 0; i < ROWS; i++) {
      if (nulls && random.oneIn(7)) {
        builder.appendNull();
      } else {
        builder.appendLong(base + (bits == 0 ? 0 : random.anyLong() >>> 64 - bits));
      }
    }
    Column built = builder.build();
    return (LongColumn) built;
  }
}
