// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.rel.RexFactory;
import java.math.BigInteger;
import org.apache.calcite.rex.RexNode;

/** Constants as written, with the smallest type that holds them. */
public final class Literals {

  private final RexFactory rex;

  public Literals(RexFactory rex) {
    this.rex = rex;
  }

  public RexNode number(Literal.Number number) {
    if (!number.isInteger()) {
      return rex.constant(FloatType.FLOAT64, DoubleColumn.of(number.doubleValue()));
    }
    BigInteger value = number.integerValue();
    return rex.constant(smallest(value), LongColumn.of(value.longValue()));
  }

  /** UInt8 to UInt64, or Int8 to Int64 when negative. */
  private static IntegerType smallest(BigInteger value) {
    boolean negative = value.signum() < 0;
    int length = value.bitLength() + (negative ? 1 : 0);
    int bits = length <= 8 ? 8 : length <= 16 ? 16 : length <= 32 ? 32 : 64;
    return new IntegerType(bits, negative);
  }

  public RexNode text(Literal.Text text) {
    ColumnBuilder builder = ColumnBuilder.of(StringType.INSTANCE);
    byte[] bytes = text.bytes();
    builder.appendBytes(bytes, 0, bytes.length);
    return rex.constant(StringType.INSTANCE, builder.build());
  }

  public RexNode bool(Literal.Bool bool) {
    return rex.constant(BoolType.INSTANCE, LongColumn.of(bool.value() ? 1 : 0));
  }

  public RexNode nullValue() {
    Type type = NothingType.INSTANCE.toNullable();
    ColumnBuilder builder = ColumnBuilder.of(type);
    builder.appendNull();
    Column value = builder.build();
    return rex.constant(type, value);
  }
}
