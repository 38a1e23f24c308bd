// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** A call of one argument, the others constants, over values as {@link OrderedValue} has them. */
final class OrderedCall implements AutoCloseable {

  private final Expression.Call call;
  private final int argument;
  private final Type type;
  private final MemoryContext memory = MemoryContext.root("pruning", MemoryContext.UNLIMITED);
  private final Scratch scratch = new Scratch(new Reservation(memory));
  private boolean nan;

  OrderedCall(Expression.Call call, int argument) {
    this.call = call;
    this.argument = argument;
    type = call.arguments().get(argument).type();
  }

  /** The results of some values; null if one of them has no order. */
  long @Nullable [] at(long... values) {
    Column[] columns = new Column[call.arguments().size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] =
          call.arguments().get(i) instanceof Expression.Constant constant && i != argument
              ? ConstantColumn.of(constant.value(), values.length)
              : column(values);
    }
    Column result =
        call.function().evaluate(new ColumnInvocation(columns, values.length, scratch)).flatten();
    return ordered(result, values.length);
  }

  /** Whether a result was not a number. */
  boolean isNan() {
    return nan;
  }

  private Column column(long[] values) {
    if (type.lane() == Lane.DOUBLE) {
      double[] doubles = new double[values.length];
      for (int i = 0; i < doubles.length; i++) {
        doubles[i] = Double.longBitsToDouble(values[i] ^ (values[i] >> 63 & Long.MAX_VALUE));
      }
      return DoubleColumn.of(doubles, doubles.length, null);
    }
    long flip = OrderedValue.flip(type);
    long[] longs = new long[values.length];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = values[i] ^ flip;
    }
    return LongColumn.of(longs, longs.length, null);
  }

  private long @Nullable [] ordered(Column result, int count) {
    long[] ordered = new long[count];
    long flip = OrderedValue.flip(call.type());
    for (int i = 0; i < count; i++) {
      if (result.isNull(i)) {
        return null;
      }
      if (result instanceof LongColumn longs) {
        ordered[i] = longs.values()[i] ^ flip;
      } else if (result instanceof DoubleColumn doubles) {
        if (Double.isNaN(doubles.values()[i])) {
          nan = true;
          return null;
        }
        ordered[i] = OrderedValue.ofDouble(doubles.values()[i]);
      } else {
        return null;
      }
    }
    return ordered;
  }

  @Override
  public void close() {
    scratch.close();
    memory.close();
  }
}
