// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;

/** Parameters of aggregate functions as they stand in the name of a state's type. */
final class ParameterText {

  private ParameterText() {}

  static String write(Argument parameter) {
    Column constant = parameter.constant();
    Column value = constant == null ? null : constant.flatten();
    if (value instanceof LongColumn longs) {
      long number = longs.values()[0];
      return parameter.type().base().equals(IntegerType.UINT64)
          ? Long.toUnsignedString(number)
          : Long.toString(number);
    }
    if (value instanceof DoubleColumn doubles) {
      double number = doubles.values()[0];
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? Long.toString((long) number)
          : Double.toString(number);
    }
    if (value instanceof BytesColumn bytes) {
      return Quoting.text(bytes.string(0));
    }
    throw new TwinhouseException(
        ErrorCode.PARAMETERS_TO_AGGREGATE_FUNCTIONS_MUST_BE_LITERALS,
        "A parameter of type " + parameter.type().name() + " is not implemented for states");
  }

  static Argument read(String text) {
    if (text.startsWith("'")) {
      String inner = text.substring(1, text.length() - 1);
      String plain = inner.replace("\\'", "'").replace("\\\\", "\\");
      return new Argument(StringType.INSTANCE, BytesColumn.ofStrings(plain));
    }
    if (text.matches("-?[0-9]+")) {
      long number = Long.parseLong(text);
      Type type = number < 0 ? IntegerType.INT64 : IntegerType.UINT64;
      return new Argument(type, LongColumn.of(number));
    }
    return new Argument(FloatType.FLOAT64, DoubleColumn.of(Double.parseDouble(text)));
  }
}
