// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.type.FloatType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The DOUBLE lane: Float64, or Float32 that widens exactly. */
final class DoubleCodec extends Codec {
  private final int bits;

  DoubleCodec(int bits) {
    this.bits = bits;
  }

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] nulls) throws IOException {
    double[] values = in.newDoubles(rows);
    in.readDoubles(values, rows, bits / Byte.SIZE);
    return DoubleColumn.of(values, rows, nulls);
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    double[] values = ((DoubleColumn) column).values();
    for (int i = 0; i < column.size(); i++) {
      if (bits == Double.SIZE) {
        out.writeWhole(Double.doubleToRawLongBits(values[i]), Double.BYTES);
      } else if (bits == Short.SIZE) {
        out.writeWhole(FloatType.Brain.bits(values[i]), Short.BYTES);
      } else {
        out.writeWhole(Float.floatToRawIntBits((float) values[i]), Float.BYTES);
      }
    }
  }
}
