// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.print;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.format.text.DisplayWidth;
import io.twinhouse.engine.format.text.RawText;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;

/** visibleWidth: the columns of a terminal that a value takes; NULL is written in full. */
final class VisibleWidth {

  private static final long NULL_WIDTH = 4;

  private VisibleWidth() {}

  static BoundFunction bind(CallSite call) {
    Type type = call.arity(1).type(0);
    if (type.base().isOpaque()) {
      throw call.notImplemented(type.name() + "; take toString of it");
    }
    boolean nothing = type.base() instanceof NothingType;
    ZoneId zone = call.context().zone();
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              Column values = invocation.flat(0);
              if (nothing) {
                return row -> NULL_WIDTH;
              }
              ValueWriter writer = ValueWriter.of(type.base(), TextStyle.RAW, zone);
              TextOutput text = new TextOutput();
              return row -> {
                if (values.isNull(row)) {
                  return NULL_WIDTH;
                }
                text.reset();
                writer.write(values, row, text);
                return DisplayWidth.of(RawText.decode(text.data(), text.length()));
              };
            }));
  }
}
