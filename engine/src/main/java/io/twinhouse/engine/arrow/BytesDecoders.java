// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;

/** Runs of bytes. */
final class BytesDecoders {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private BytesDecoders() {}

  /** Where each row ends, then the bytes of all. */
  static final class OfText extends VectorDecoder {
    private final Ends ends;
    private ByteBuffer data = NOTHING;

    OfText(Type type, Ends ends) {
      super(type);
      this.ends = ends;
    }

    @Override
    void bind(BlockCursor block, int rows) {
      ends.bind(block, bindNode(block, rows));
      data = block.buffer(0);
    }

    @Override
    Column read(int from, int count) {
      int[] offsets = ends.read(from, count, data.limit());
      int start = offsets[0];
      byte[] bytes = new byte[offsets[count] - start];
      data.get(start, bytes);
      for (int i = 0; i <= count; i++) {
        offsets[i] -= start;
      }
      return BytesColumn.of(bytes, offsets, count, nulls(from, count));
    }
  }

  /** As many bytes in every row. */
  static final class OfFixed extends VectorDecoder {
    private final int width;
    private ByteBuffer data = NOTHING;

    OfFixed(Type type, int width) {
      super(type);
      this.width = width;
    }

    @Override
    void bind(BlockCursor block, int rows) {
      data = block.buffer((long) width * bindNode(block, rows));
    }

    @Override
    Column read(int from, int count) {
      byte[] bytes = new byte[count * width];
      data.get(from * width, bytes);
      int[] offsets = new int[count + 1];
      for (int i = 0; i <= count; i++) {
        offsets[i] = i * width;
      }
      return BytesColumn.of(bytes, offsets, count, nulls(from, count));
    }
  }
}
