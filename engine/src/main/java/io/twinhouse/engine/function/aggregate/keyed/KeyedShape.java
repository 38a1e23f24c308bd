// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.keyed;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.function.define.ValueOrder;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call of sumMap or its kin folds.
 *
 * @param operation what is made of two values under one key
 * @param key type of the keys
 * @param keyCodec how they are written
 * @param values types of the values
 * @param results in which values are folded and given
 * @param states in which they are written
 * @param tuple whether all arrays come as one tuple
 * @param compact whether keys with zeros alone are left out
 * @param filter keys to keep, as an array's elements; null keeps all
 */
record KeyedShape(
    Operation operation,
    Type key,
    ValueCodec keyCodec,
    List<Type> values,
    List<Numbers> results,
    List<Numbers> states,
    boolean tuple,
    boolean compact,
    @Nullable Column filter) {

  /** What is made of two values. */
  enum Operation {
    SUM,
    MIN,
    MAX
  }

  boolean keeps(Column key) {
    if (filter == null) {
      return true;
    }
    ValueOrder order = ValueOrder.of(this.key);
    for (int i = 0; i < filter.size(); i++) {
      if (order.compare(filter, i, key, 0) == 0) {
        return true;
      }
    }
    return false;
  }

  long read(int index, Column values, int row) {
    if (values instanceof ConstantColumn constant) {
      return read(index, constant.value(), 0);
    }
    return values instanceof DoubleColumn doubles
        ? Double.doubleToRawLongBits(doubles.values()[row])
        : ((LongColumn) values).values()[row];
  }

  long fold(int index, long a, long b) {
    Numbers numbers = results.get(index);
    return switch (operation) {
      case SUM -> numbers.add(a, b);
      case MIN -> numbers.less(b, a) ? b : a;
      case MAX -> numbers.less(a, b) ? b : a;
    };
  }

  /** Whether a key does not show. */
  boolean isEmpty(long[] folded) {
    if (!compact) {
      return false;
    }
    for (int i = 0; i < folded.length; i++) {
      if (results.get(i).toDouble(folded[i]) != 0) {
        return false;
      }
    }
    return true;
  }
}
