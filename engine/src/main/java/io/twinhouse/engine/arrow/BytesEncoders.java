// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import java.nio.ByteBuffer;

/** Runs of bytes. */
final class BytesEncoders {

  private BytesEncoders() {}

  /** Where each row ends, then the bytes of all. */
  static final class OfText extends VectorEncoder {
    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      BytesColumn bytes = (BytesColumn) column.flatten();
      int start = bytes.offsets()[from];
      ByteBuffer ends = block.allocate(4L * (to - from + 1));
      for (int row = from; row <= to; row++) {
        ends.putInt((row - from) * 4, bytes.offsets()[row] - start);
      }
      block
          .allocate(bytes.offsets()[to] - start)
          .put(bytes.data(), start, bytes.offsets()[to] - start)
          .rewind();
    }
  }

  /** As many bytes in every row. */
  static final class OfFixed extends VectorEncoder {
    private final int width;

    OfFixed(int width) {
      this.width = width;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      BytesColumn bytes = (BytesColumn) column.flatten();
      ByteBuffer out = block.allocate((long) width * (to - from));
      for (int row = from; row < to; row++) {
        int length = column.isNull(row) ? 0 : Math.min(width, bytes.length(row));
        out.position((row - from) * width).put(bytes.data(), bytes.offsets()[row], length);
      }
      out.rewind();
    }
  }
}
