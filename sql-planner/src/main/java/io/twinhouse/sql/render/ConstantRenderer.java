// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.render;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.ast.Position;
import java.time.ZoneOffset;

/**
 * Spells constants so that the server reads the same value and the same type: as a plain literal
 * where the literal's own type is the constant's, else as text cast to the type.
 */
final class ConstantRenderer {

  private ConstantRenderer() {}

  /**
   * Row {@code row} of {@code values} as an expression.
   *
   * @param values a flat column
   */
  static Expr render(Type type, Column values, int row) {
    if (values.isNull(row)) {
      return cast(new Literal.Null(Position.NONE), type.toNullable());
    }
    if (type.base() instanceof StringType && !(type instanceof NullableType)) {
      return Literal.Text.ofBytes(Position.NONE, ((BytesColumn) values).bytes(row));
    }
    if (type instanceof IntegerType integer && isOwnType(integer, values, row)) {
      return number(Long.toString(((LongColumn) values).values()[row]));
    }
    if (type.base().carriesType() || type.base() instanceof JsonType) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A constant of type " + type.name() + " can't be rendered for ClickHouse");
    }
    if (isCutWhenShown(type.base(), values, row)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A " + type.name() + " beyond 999:59:59 can't be rendered for ClickHouse");
    }
    TextOutput text = new TextOutput();
    ValueWriter.of(type, TextStyle.RAW, ZoneOffset.UTC).write(values, row, text);
    return cast(Literal.Text.ofBytes(Position.NONE, text.toBytes()), type);
  }

  /** Whether a time of no day is more than its text says. */
  private static boolean isCutWhenShown(Type type, Column values, int row) {
    long perSecond = type instanceof Time64Type time ? time.ticksPerSecond() : 1;
    boolean clock = type instanceof TimeType || type instanceof Time64Type;
    return clock
        && values instanceof LongColumn longs
        && Math.abs(longs.values()[row] / perSecond) > TimeType.LAST_SECOND;
  }

  /** Whether the literal of this value has this very type: the narrowest, unsigned if it can be. */
  private static boolean isOwnType(IntegerType type, Column values, int row) {
    if (!(values instanceof LongColumn longs)) {
      return false;
    }
    long value = longs.values()[row];
    if (value < 0) {
      return false;
    }
    int bits = value < 1L << 8 ? 8 : value < 1L << 16 ? 16 : value < 1L << 32 ? 32 : 64;
    return !type.signed() && type.bits() == bits;
  }

  static Expr number(String text) {
    return new Literal.Number(Position.NONE, text);
  }

  private static Expr cast(Expr value, Type type) {
    return Call.of("CAST", value, text(type.name()));
  }

  static Expr text(String value) {
    return new Literal.Text(Position.NONE, value);
  }
}
