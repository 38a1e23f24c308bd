// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** FixedString(N): N bytes a value, zeros behind a shorter one. */
final class FixedStringCodec extends Codec {
  private final int length;

  FixedStringCodec(int length) {
    this.length = length;
  }

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] nulls) throws IOException {
    int[] offsets = in.newInts(rows + 1);
    byte[] data = in.newBytes((long) rows * length);
    in.readBytes(data, 0, rows * length);
    for (int i = 1; i <= rows; i++) {
      offsets[i] = i * length;
    }
    return BytesColumn.of(data, offsets, rows, nulls);
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    BytesColumn bytes = (BytesColumn) column;
    for (int i = 0; i < bytes.size(); i++) {
      int present = bytes.isNull(i) ? 0 : bytes.length(i);
      if (present > length) {
        throw new TwinhouseException(
            ErrorCode.TOO_LARGE_STRING_SIZE,
            "A value of " + present + " bytes is too large for FixedString(" + length + ")");
      }
      out.writeBytes(bytes.data(), bytes.offsets()[i], present);
      for (int missing = length - present; missing > 0; missing--) {
        out.writeByte(0);
      }
    }
  }
}
