// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;

/** bar: a number drawn as a bar of block characters, down to an eighth of one. */
final class Bars {

  private static final double USUAL_WIDTH = 80;
  private static final double MOST_WIDTH = 1000;
  private static final byte[][] EIGHTHS = new byte[9][];

  static {
    for (int eighths = 0; eighths <= 8; eighths++) {
      String text = eighths == 0 ? "" : String.valueOf((char) (0x2590 - eighths));
      EIGHTHS[eighths] = text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private Bars() {}

  static void addTo(FunctionFamily family) {
    family.add("bar", Bars::bind);
  }

  private static BoundFunction bind(CallSite call) {
    call.arity(3, 4);
    for (Type type : call.types()) {
      boolean number =
          type.base() instanceof IntegerType
              || type.base() instanceof FloatType
              || type.base() instanceof BoolType
              || type.base() instanceof DecimalType;
      if (!number) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "All arguments for function bar must be numeric");
      }
    }
    double width = width(call);
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              DoubleLane value = DoubleLane.of(call.base(0), invocation.argument(0));
              DoubleLane least = DoubleLane.of(call.base(1), invocation.argument(1));
              DoubleLane most = DoubleLane.of(call.base(2), invocation.argument(2));
              return (row, out) -> {
                int eighths = eighths(value.at(row), least.at(row), most.at(row), width);
                for (int left = eighths; left > 0; left -= 8) {
                  byte[] block = EIGHTHS[Math.min(8, left)];
                  out.write(block, 0, block.length);
                }
              };
            }));
  }

  private static double width(CallSite call) {
    if (call.size() == 3) {
      return USUAL_WIDTH;
    }
    Column constant = call.constant(3);
    if (constant == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN, "Argument at index 3 for function bar must be constant");
    }
    double width = DoubleLane.of(call.base(3), constant).at(0);
    if (!(width >= 1)) {
      throw call.refuse(ErrorCode.ARGUMENT_OUT_OF_BOUND, "Argument 'max_width' must be >= 1");
    }
    if (width > MOST_WIDTH) {
      throw call.refuse(ErrorCode.ARGUMENT_OUT_OF_BOUND, "Argument 'max_width' must be <= 1000");
    }
    return width;
  }

  private static int eighths(double value, double least, double most, double width) {
    if (!(value > least)) {
      return 0;
    }
    double drawn = value >= most ? width : (value - least) * width / (most - least);
    return (int) (drawn * 8);
  }
}
