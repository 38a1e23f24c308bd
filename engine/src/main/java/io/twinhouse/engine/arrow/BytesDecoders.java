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
      Ends.fromFirst(offsets);
      return BytesColumn.of(bytes, offsets, count, nulls(from, count));
    }
  }

  /** As many bytes in every row. */
  static final class OfFixed extends NumberDecoders.OfFixedWidth {
    OfFixed(Type type, int width) {
      super(type, width);
    }

    @Override
    Column read(int from, int count) {
      byte[] bytes = new byte[count * width];
      values.get(from * width, bytes);
      return BytesColumn.of(bytes, Ends.even(count, width), count, nulls(from, count));
    }
  }
}
