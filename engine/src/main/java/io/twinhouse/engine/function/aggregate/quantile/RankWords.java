// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.quantile;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;

/** Values of a type as words in their order, and as bytes of a state. Stateless. */
final class RankWords {

  private final Type type;
  private final boolean floating;
  private final boolean single;
  private final int width;

  RankWords(Type type) {
    this.type = type;
    floating = type.lane() == Lane.DOUBLE;
    single = type.equals(FloatType.FLOAT32);
    width = single ? Float.BYTES : floating ? Double.BYTES : ValueWidth.bytes(type);
  }

  /** The word of a value, or the value of a word; no NaN and no negative zero. */
  long ordered(long value) {
    if (floating) {
      return value ^ (value >> 63 & Long.MAX_VALUE);
    }
    return type.equals(IntegerType.UINT64) ? value ^ Long.MIN_VALUE : value;
  }

  void write(long word, BytesBuffer out) {
    long value = ordered(word);
    long raw = single ? Float.floatToRawIntBits((float) Double.longBitsToDouble(value)) : value;
    StateBytes.writeBytes(out, raw, width);
  }

  long read(StateReader in) {
    long raw = in.readBytes(width);
    if (single) {
      return ordered(Double.doubleToRawLongBits(Float.intBitsToFloat((int) raw)));
    }
    return ordered(floating ? raw : ValueWidth.extend(type, raw));
  }
}
