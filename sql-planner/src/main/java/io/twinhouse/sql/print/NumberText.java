// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.sql.ast.Literal;
import java.time.ZoneOffset;

/** Prints numbers as the server prints those that it has read. */
final class NumberText {

  private NumberText() {}

  /** The value in decimal, with a point or an exponent if it is a Float64. */
  static String shown(Literal.Number number) {
    return number.isInteger() ? number.integerValue().toString() : floating(number.doubleValue());
  }

  private static String floating(double value) {
    TextOutput out = new TextOutput();
    ValueWriter.of(FloatType.FLOAT64, TextStyle.RAW, ZoneOffset.UTC)
        .write(DoubleColumn.of(new double[] {value}, 1, null), 0, out);
    String text = out.toString();
    boolean digitsOnly = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    return digitsOnly ? text + "." : text;
  }
}
