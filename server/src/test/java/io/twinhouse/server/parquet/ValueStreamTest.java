// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pages in encodings that ClickHouse reads but never writes, as parquet-column 1.16.0 wrote them
 * ({@code parquet/*.bin}).
 */
final class ValueStreamTest {

  private static final int COUNT = 1_000;

  private static long number(int i) {
    long far = i % 50 == 7 ? Long.MIN_VALUE / (i + 1) : 0;
    return far + (long) i * i * 31 % 1000 - 200;
  }

  private static String text(int i) {
    return "user/" + i / 10 + "/" + "x".repeat(i % 7) + i;
  }

  private static ValueStream stream(String file, Type type, Encoding encoding) throws IOException {
    SchemaElement leaf = new SchemaElement("v");
    leaf.setType(type);
    return ValueStream.of(
        leaf, new Page(COUNT, Slice.EMPTY, Slice.EMPTY, whole(bytes(file)), encoding), null);
  }

  private static Slice whole(byte[] data) {
    return new Slice(data, 0, data.length);
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ValueStreamTest.class.getResourceAsStream("/parquet/" + file + ".bin"))) {
      return in.readAllBytes();
    }
  }

  @Test
  void differencesOfNumbers() throws IOException {
    ValueStream ints = stream("delta-int32", Type.INT32, Encoding.DELTA_BINARY_PACKED);
    ValueStream longs = stream("delta-int64", Type.INT64, Encoding.DELTA_BINARY_PACKED);
    Cell cell = new Cell();
    for (int i = 0; i < COUNT; i++) {
      ints.next(cell);
      assertThat((int) cell.bits).isEqualTo((int) number(i));
      longs.next(cell);
      assertThat(cell.bits).isEqualTo(number(i));
    }
    assertThatThrownBy(() -> longs.next(cell)).isInstanceOf(TwinhouseException.class);
  }

  @ParameterizedTest
  @CsvSource({"delta-length, DELTA_LENGTH_BYTE_ARRAY", "delta-bytes, DELTA_BYTE_ARRAY"})
  void differencesOfLengths(String file, Encoding encoding) throws IOException {
    ValueStream texts = stream(file, Type.BYTE_ARRAY, encoding);
    Cell cell = new Cell();
    for (int i = 0; i < COUNT; i++) {
      texts.next(cell);
      assertThat(new String(cell.data, cell.from, cell.length, StandardCharsets.UTF_8))
          .isEqualTo(text(i));
    }
    assertThatThrownBy(() -> texts.next(cell)).isInstanceOf(TwinhouseException.class);
  }

  @Test
  void bytesOfAllValuesByTheirPlace() throws IOException {
    ValueStream doubles = stream("split-double", Type.DOUBLE, Encoding.BYTE_STREAM_SPLIT);
    Cell cell = new Cell();
    for (int i = 0; i < COUNT; i++) {
      doubles.next(cell);
      assertThat(Double.longBitsToDouble(cell.bits)).isEqualTo(number(i) / 8.0);
    }
    assertThatThrownBy(() -> doubles.next(cell)).isInstanceOf(TwinhouseException.class);
  }

  @Test
  void runsAndPackedNumbers() {
    // five times 3, then 0 to 7 in three bits each: the examples of parquet-format
    byte[] data = {10, 3, 3, (byte) 0x88, (byte) 0xc6, (byte) 0xfa};
    RunDecoder numbers = new RunDecoder(whole(data), 3);
    for (int i = 0; i < 5; i++) {
      assertThat(numbers.next()).isEqualTo(3);
    }
    for (int i = 0; i < 8; i++) {
      assertThat(numbers.next()).isEqualTo(i);
    }
    assertThatThrownBy(numbers::next).isInstanceOf(TwinhouseException.class);
  }
}
