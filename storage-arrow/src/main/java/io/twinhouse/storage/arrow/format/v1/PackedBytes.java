// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.storage.arrow.format.PageBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.arrow.memory.util.MemoryUtil;

/**
 * The strings of one packed page, unpacked when the first of them is asked for: a granule whose
 * rows a filter drops costs nothing. One thread.
 */
final class PackedBytes {

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final PageBuffer buffer;
  private byte[] values = new byte[0];
  private int[] offsets = new int[0];

  PackedBytes(PageBuffer buffer) {
    this.buffer = buffer;
  }

  /** Makes {@link #values} and {@link #offsets} those of a page. */
  void unpack(PageHeader header) {
    long body = header.body();
    int rows = header.rows();
    int size = MemoryUtil.getInt(body);
    if (!buffer.holds(body)) {
      buffer.hold(0);
      int packedSize = MemoryUtil.getInt(body + 4);
      Lz4Decompressor.decompress(body + 8, packedSize, buffer.values(size), size);
      place(rows, header.width(), size);
      buffer.hold(body);
    }
    values = buffer.values(size);
    offsets = buffer.offsets(rows + 1);
  }

  /** Finds out from the lengths, which lie before them, where strings begin. */
  private void place(int rows, int width, int size) {
    byte[] bytes = buffer.values(size);
    int[] starts = buffer.offsets(rows + 1);
    int at = width * rows;
    for (int i = 0; i < rows; i++) {
      starts[i] = at;
      at +=
          switch (width) {
            case 1 -> bytes[i] & 0xff;
            case 2 -> (short) SHORTS.get(bytes, 2 * i) & 0xffff;
            default -> (int) INTS.get(bytes, 4 * i);
          };
    }
    starts[rows] = at;
    if (at != size) {
      throw new IllegalStateException("the lengths of a packed page do not add up to its size");
    }
  }

  byte[] values() {
    return values;
  }

  /** Where in {@link #values} each row begins, and where the last ends. */
  int[] offsets() {
    return offsets;
  }
}
