// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.parquet.format.SchemaElement;

/** Values as they are, one behind the other; bytes of any number stand behind their length. */
final class PlainStream implements ValueStream {

  private static final int ANY = 0;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Slice in;
  private final int width;
  private int at;

  PlainStream(Slice in, int width) {
    this.in = in;
    this.width = width;
    this.at = in.from();
  }

  /** Bytes of each value, or 0 where they differ. */
  static int width(SchemaElement leaf) {
    return switch (leaf.getType()) {
      case BOOLEAN -> 1;
      case INT32, FLOAT -> Integer.BYTES;
      case INT64, DOUBLE -> Long.BYTES;
      case INT96 -> 12;
      case BYTE_ARRAY -> ANY;
      case FIXED_LEN_BYTE_ARRAY -> {
        if (leaf.getType_length() <= 0) {
          throw ParquetFile.broken("values of " + leaf.getType_length() + " bytes");
        }
        yield leaf.getType_length();
      }
    };
  }

  @Override
  public void next(Cell cell) {
    int length = width == ANY ? in.intAt(take(Integer.BYTES)) : width;
    int from = in.from() + take(length);
    cell.data = in.data();
    cell.from = from;
    cell.length = length;
    if (length == Integer.BYTES) {
      cell.bits = (int) INTS.get(in.data(), from);
    } else if (length == Long.BYTES) {
      cell.bits = (long) LONGS.get(in.data(), from);
    }
  }

  /** Passes bytes and answers where they begin, counted from the beginning of the page. */
  private int take(int length) {
    if (length < 0 || length > in.to() - at) {
      throw ParquetFile.broken("a page ends within its values");
    }
    int from = at - in.from();
    at += length;
    return from;
  }
}
