// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The LONG lane: little-endian whole numbers of 1, 2, 4 or 8 bytes. */
final class LongCodec extends Codec {
  private final int width;
  private final boolean signed;

  LongCodec(int width, boolean signed) {
    this.width = width;
    this.signed = signed;
  }

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] nulls) throws IOException {
    long[] values = in.newLongs(rows);
    in.readLongs(values, rows, width, signed);
    return LongColumn.of(values, rows, nulls);
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    long[] values = ((LongColumn) column).values();
    for (int i = 0; i < column.size(); i++) {
      out.writeWhole(values[i], width);
    }
  }
}
