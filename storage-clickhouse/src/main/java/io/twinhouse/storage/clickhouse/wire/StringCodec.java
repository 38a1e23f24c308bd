// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** String: each value after its length. */
final class StringCodec extends Codec {
  private static final int GUESS_BYTES = 16;
  private static final long MOST_BYTES = Integer.MAX_VALUE - 16L;

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] nulls) throws IOException {
    int[] offsets = in.newInts(rows + 1);
    byte[] data = in.newBytes(Math.min((long) rows * GUESS_BYTES, MOST_BYTES));
    int end = 0;
    for (int i = 0; i < rows; i++) {
      int length = in.readSize();
      if (length > data.length - end) {
        data = grow(in, data, (long) end + length);
      }
      in.readBytes(data, end, length);
      end += length;
      offsets[i + 1] = end;
    }
    return BytesColumn.of(data, offsets, rows, nulls);
  }

  private static byte[] grow(WireReader in, byte[] data, long needed) {
    if (needed > MOST_BYTES) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          "The strings of one block take " + needed + " bytes; lower max_block_size");
    }
    int size = (int) Math.min(MOST_BYTES, Math.max(needed, data.length * 2L));
    in.reserve(size);
    byte[] grown = Arrays.copyOf(data, size);
    in.release(data.length);
    return grown;
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    BytesColumn bytes = (BytesColumn) column;
    for (int i = 0; i < bytes.size(); i++) {
      out.writeSize(bytes.length(i));
      out.writeBytes(bytes.data(), bytes.offsets()[i], bytes.length(i));
    }
  }
}
