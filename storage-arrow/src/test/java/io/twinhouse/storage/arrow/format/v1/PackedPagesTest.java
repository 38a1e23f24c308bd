// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings that are stored compressed read as those that are not, and only where that pays. */
@ExtendWith(Seed.class)
final class PackedPagesTest {

  private static final int ROWS = 20_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 6000, 40_000})
  void everyRowReadsAsWritten(int longest, RandomSource random, @TempDir Path place)
      throws IOException {
    Column written = texts("Nullable(String)", random, longest);
    try (WrittenColumn part = new WrittenColumn(place, "Nullable(String)", written)) {
      assertThat(part.stream().packed()).isEqualTo(longest > 0);
      part.requireSame(written, random);
    }
  }

  @Test
  void stringsWithinContainersArePackedOneByOne(RandomSource random, @TempDir Path place)
      throws IOException {
    Column names = texts("String", random, 60);
    Column notes = texts("Nullable(String)", random, 300);
    int[] offsets = IntStream.rangeClosed(0, ROWS / 2).map(i -> 2 * i).toArray();
    Column pairs = ArrayColumn.of(offsets, TupleColumn.of(List.of(names, notes), ROWS), ROWS / 2);
    try (WrittenColumn part =
        new WrittenColumn(place, "Array(Tuple(String, Nullable(String)))", pairs)) {
      assertThat(part.stream().packed()).isTrue();
      part.requireSame(pairs, random);
    }
  }

  @Test
  void stringsThatDoNotShrinkStayAsTheyAre(RandomSource random, @TempDir Path place)
      throws IOException {
    ColumnBuilder builder = ColumnBuilder.of(TypeParser.parse("String"));
    for (int i = 0; i < ROWS; i++) {
      byte[] noise = random.bytes(40);
      builder.appendBytes(noise, 0, noise.length);
    }
    try (WrittenColumn part = new WrittenColumn(place, "String", builder.build())) {
      assertThat(part.stream().packed()).isFalse();
    }
  }

  @Test
  void aSpoiltPageIsToldAndReadsNothingElse(RandomSource random, @TempDir Path place)
      throws IOException {
    ColumnBuilder builder = ColumnBuilder.of(TypeParser.parse("String"));
    IntStream.range(0, ROWS).forEach(i -> append(builder, "row number " + i + " of many"));
    Column written = builder.build();
    long at;
    try (WrittenColumn part = new WrittenColumn(place, "String", written)) {
      at = part.stream().pageOffsets()[0] + PageLayout.HEADER + 8;
    }
    byte[] file = Files.readAllBytes(place.resolve("part"));
    for (int i = 0; i < 200; i++) {
      file[Math.toIntExact(at) + random.between(0, 3000)] ^= (byte) random.between(1, 255);
    }
    Files.write(place.resolve("part"), file);
    try (WrittenColumn part = new WrittenColumn(place)) {
      assertThatThrownBy(() -> part.requireSame(written, random))
          .isInstanceOfAny(IllegalStateException.class, AssertionError.class);
    }
  }

  private static Column texts(String type, RandomSource random, int longest) {
    ColumnBuilder builder = ColumnBuilder.of(TypeParser.parse(type));
    for (int i = 0; i < ROWS; i++) {
      if (type.startsWith("Nullable") && random.oneIn(9)) {
        builder.appendNull();
      } else {
        append(builder, "ab".repeat(random.between(0, i % 500 == 0 ? longest : longest / 100)));
      }
    }
    return builder.build();
  }

  private static void append(ColumnBuilder builder, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    builder.appendBytes(bytes, 0, bytes.length);
  }
}
