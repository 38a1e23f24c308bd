// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.clickhouse.ClickHouseHttp;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lanes of each type hold, against what the server sends. */
@RequiresClickHouse
final class NativeReaderTest {
  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private final ClickHouseHttp http;
  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);

  NativeReaderTest(ClickHouseHttp http) {
    this.http = http.with("output_format_native_write_json_as_string", 1);
  }

  @BeforeEach
  void watch() {
    leaks.watchZero("reserved bytes", memory::reservedBytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "toInt8(-128) | -128",
        "toUInt8(255) | 255",
        "toInt16(-32768) | -32768",
        "toUInt16(65535) | 65535",
        "toInt32(-2147483648) | -2147483648",
        "toUInt32(4294967295) | 4294967295",
        "toInt64(-9223372036854775808) | -9223372036854775808",
        "toUInt64(18446744073709551615) | -1",
        "true | 1",
        "toDate('2149-06-06') | 65535",
        "toDate32('1900-01-01') | -25567",
        "toDateTime('2106-02-07 06:28:15', 'UTC') | 4294967295",
        "toDateTime64('1969-12-31 23:59:59.999', 3, 'UTC') | -1",
        "CAST('a', 'Enum8(\\'a\\' = -5)') | -5",
        "CAST('a', 'Enum16(\\'a\\' = -500)') | -500",
        "toIPv4('255.0.0.1') | 4278190081",
        "toDecimal32('-1.23', 2) | -123",
        "toDecimal64('-1.23', 4) | -12300",
        "toIntervalDay(-3) | -3",
        "toLowCardinality(toUInt16(300)) | 300"
      })
  void theLongLane(String expression, long expected) throws IOException {
    LongColumn column = (LongColumn) single(expression);
    assertThat(column.values()[0]).isEqualTo(expected);
    assertThat(column.nulls()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "toFloat64(0.1) | 0.1",
        "toFloat32(0.1) | 0.10000000149011612",
        "-1 / 0 | -Infinity",
        "0 / 0 | NaN",
        "toFloat32(-0.0) | -0.0"
      })
  void theDoubleLane(String expression, double expected) throws IOException {
    Double value = ((DoubleColumn) single(expression)).values()[0];
    assertThat(value).isEqualTo(Double.valueOf(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'' | ``",
        "'Grüße' | Grüße",
        "toFixedString('ab', 4) | `ab\0\0`",
        "toLowCardinality('x') | x",
        "CAST('{\"a\" : {\"b\" : 1}}', 'JSON') | {\"a\":{\"b\":1}}"
      })
  void theBytesLane(String expression, String expected) throws IOException {
    assertThat(((BytesColumn) single(expression)).string(0)).isEqualTo(expected);
  }

  @Test
  void theWideLane() throws IOException {
    assertThat(words("toInt128(-2)")).containsExactly(-2, -1);
    assertThat(words("bitShiftLeft(toUInt256(1), 192)")).containsExactly(0, 0, 0, 1);
    assertThat(words("toDecimal128('-0.01', 2)")).containsExactly(-1, -1);
    assertThat(words("toUUID('01234567-89ab-cdef-fedc-ba9876543210')"))
        .containsExactly(0xfedcba9876543210L, 0x0123456789abcdefL);
    assertThat(words("toIPv6('2001:db8::ff')")).containsExactly(0xff, 0x20010db800000000L);
  }

  @Test
  void nullsStandInTheMask() throws IOException {
    Column column = rows("if(number = 1, NULL, toString(number))", 3);
    assertThat(column.nulls()).startsWith(false, true, false);
    assertThat(((BytesColumn) column).string(2)).isEqualTo("2");
    assertThat(single("NULL").isNull(0)).isTrue();
    assertThat(single("toNullable(1)").nulls()).isNull();
  }

  @Test
  void aLowCardinalityNullIsNoValue() throws IOException {
    Column column =
        rows("CAST([NULL, '', 'b'][number + 1], 'LowCardinality(Nullable(String))')", 3);
    assertThat(column.nulls()).startsWith(true, false, false);
    assertThat(((BytesColumn) column).string(1)).isEmpty();
    assertThat(((BytesColumn) column).string(2)).isEqualTo("b");
  }

  @Test
  void arraysTuplesAndMapsNest() throws IOException {
    ArrayColumn array =
        (ArrayColumn) rows("CAST(range(number), 'Array(LowCardinality(Nullable(String)))')", 3);
    assertThat(array.offsets()).startsWith(0, 0, 1, 3);
    BytesColumn numbers = (BytesColumn) array.elements();
    assertThat(numbers.size()).isEqualTo(3);
    assertThat(numbers.string(2)).isEqualTo("1");
    ArrayColumn map = (ArrayColumn) single("map('k', [1.5], 'l', [])");
    TupleColumn entries = (TupleColumn) map.elements();
    assertThat(((BytesColumn) entries.elements().get(0)).string(1)).isEqualTo("l");
    assertThat(((ArrayColumn) entries.elements().get(1)).offsets()).startsWith(0, 1, 1);
    assertThat(single("[]").size()).isEqualTo(1);
    assertThat(single("tuple()").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sumState(1)", "1::Dynamic"})
  void refusesBytesThatOnlyTheServerUnderstands(String expression) {
    assertThatExceptionOfType(TwinhouseException.class)
        .isThrownBy(() -> single(expression))
        .matches(error -> error.is(ErrorCode.NOT_IMPLEMENTED));
  }

  @Test
  void anEmptyAnswerHasNoSchema() throws IOException {
    try (NativeReader reader = read("SELECT 1 AS x WHERE 0")) {
      assertThat(reader.schema()).isNull();
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void cutsLargeBlocksIntoBatches() throws IOException {
    long sum = 0;
    int rows = 0;
    String sql =
        "SELECT number AS n, toString(n) AS s, range(n % 3) AS a, if(n % 2, NULL, n) AS o"
            + " FROM numbers(100000)";
    try (NativeReader reader = read(sql)) {
      assertThat(Objects.requireNonNull(reader.schema()).names())
          .containsExactly("n", "s", "a", "o");
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        assertThat(batch.rows()).isLessThanOrEqualTo(Batch.ROWS);
        long[] numbers = ((LongColumn) batch.column(0)).values();
        BytesColumn texts = (BytesColumn) batch.column(1);
        ArrayColumn arrays = (ArrayColumn) batch.column(2);
        for (int i = 0; i < batch.rows(); i++) {
          assertThat(texts.string(i)).isEqualTo(Long.toString(numbers[i]));
          assertThat(arrays.length(i)).isEqualTo((int) (numbers[i] % 3));
          assertThat(batch.column(3).isNull(i)).isEqualTo(numbers[i] % 2 == 1);
          sum += numbers[i];
        }
        rows += batch.rows();
      }
    }
    assertThat(rows).isEqualTo(100_000);
    assertThat(sum).isEqualTo(99_999L * 50_000);
  }

  @Test
  void holdsOneBlockHoweverLongTheAnswer() throws IOException {
    assertThat(peakOf(200_000)).isEqualTo(peakOf(2_000_000)).isLessThan(4 << 20);
  }

  private long peakOf(int rows) throws IOException {
    MemoryContext own = MemoryContext.root("own", MemoryContext.UNLIMITED);
    String sql = "SELECT number, toString(number % 10) FROM numbers(" + rows + ") FORMAT Native";
    byte[] stream = http.with("max_threads", 1).with("max_block_size", 65536).bytes(sql);
    try (NativeReader reader =
        new NativeReader(new ByteArrayInputStream(stream), own, NativeReader.UNKNOWN_ROWS)) {
      while (reader.next() != null) {
        assertThat(own.reservedBytes()).isPositive();
      }
    }
    assertThat(own.reservedBytes()).isZero();
    return own.peakBytes();
  }

  @Test
  void refusesABlockThatDoesNotFit() {
    MemoryContext small = MemoryContext.root("small", 100_000);
    byte[] stream = http.bytes("SELECT number FROM numbers(50000) FORMAT Native");
    NativeReader reader =
        new NativeReader(new ByteArrayInputStream(stream), small, NativeReader.UNKNOWN_ROWS);
    TwinhouseException error = catchThrowableOfType(TwinhouseException.class, reader::next);
    assertThat(error.is(ErrorCode.MEMORY_LIMIT_EXCEEDED)).isTrue();
    reader.close();
    assertThat(small.reservedBytes()).isZero();
  }

  @Test
  void everyCutOfAStreamIsAnError() {
    byte[] stream =
        http.bytes(
            "SELECT 1 AS a, 'text' AS b, [NULL, 2] AS c, toLowCardinality('l') FORMAT Native");
    for (int length = 1; length < stream.length; length++) {
      byte[] cut = Arrays.copyOf(stream, length);
      assertThatExceptionOfType(EOFException.class)
          .as("cut after " + length)
          .isThrownBy(
              () -> {
                try (NativeReader reader =
                    new NativeReader(
                        new ByteArrayInputStream(cut), memory, NativeReader.UNKNOWN_ROWS)) {
                  reader.next();
                }
              });
    }
  }

  @Test
  void blocksOfOtherColumnsAreAnError() {
    byte[] first = http.bytes("SELECT 1 AS a FORMAT Native");
    byte[] second = http.bytes("SELECT 1 AS b, 's' AS c FORMAT Native");
    byte[] third = http.bytes("SELECT 's' AS a FORMAT Native");
    for (byte[] follows : new byte[][] {second, third}) {
      var stream =
          new SequenceInputStream(
              new ByteArrayInputStream(first), new ByteArrayInputStream(follows));
      try (NativeReader reader = new NativeReader(stream, memory, NativeReader.UNKNOWN_ROWS)) {
        assertThatExceptionOfType(TwinhouseException.class)
            .isThrownBy(
                () -> {
                  while (reader.next() != null) {
                    assertThat(reader.schema()).isNotNull();
                  }
                })
            .matches(error -> error.is(ErrorCode.CORRUPTED_DATA));
      }
    }
  }

  private NativeReader read(String sql) {
    byte[] stream = http.bytes(sql + " FORMAT Native");
    return new NativeReader(new ByteArrayInputStream(stream), memory, NativeReader.UNKNOWN_ROWS);
  }

  private Column single(String expression) throws IOException {
    return rows(expression, 1);
  }

  private Column rows(String expression, int count) throws IOException {
    String sql = "SELECT " + expression + " AS x FROM numbers(" + count + ")";
    try (NativeReader reader = read(sql)) {
      @Nullable Batch batch = reader.next();
      Column column = Objects.requireNonNull(batch).column(0);
      assertThat(column.size()).isEqualTo(count);
      return column;
    }
  }

  private long[] words(String expression) throws IOException {
    return ((WideColumn) single(expression)).values();
  }
}
