// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.server.avro.AvroSchema.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with a fraction in columns of whole numbers. */
final class FieldReadersTest {

  private static ColumnBuilder read(double value, String type) throws Exception {
    BlockOutput written = new BlockOutput();
    written.fixed(Double.doubleToRawLongBits(value), Double.BYTES);
    BlockInput in = new BlockInput();
    in.over(written.toByteArray());
    ColumnBuilder into = ColumnBuilder.of(TypeParser.parse(type));
    FieldReaders.of(AvroSchema.plain(Kind.DOUBLE), TypeParser.parse(type)).read(in, into);
    return into;
  }

  @ParameterizedTest
  @CsvSource({
    "-0.5,UInt8",
    "255.9,UInt8",
    "-128.9,Int8",
    "-1,UInt64",
    "9.3e18,Int64",
    "NaN,UInt8",
    "300,Bool",
    "70000,Date",
    "1e10,DateTime",
    "3.5e38,Float32"
  })
  void noNumberIsCutToFit(double value, String type) {
    assertThatThrownBy(() -> read(value, type))
        .isInstanceOfSatisfying(
            TwinhouseException.class,
            e -> assertThat(e.is(ErrorCode.VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE)).isTrue());
  }

  @Test
  void fractionsAreLost() throws Exception {
    assertThat(((LongColumn) read(254.9, "UInt8").build()).values()[0]).isEqualTo(254);
    assertThat(((LongColumn) read(-127.9, "Int8").build()).values()[0]).isEqualTo(-127);
  }
}
