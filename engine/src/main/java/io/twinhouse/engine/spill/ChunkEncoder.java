// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.Reservation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes: each column behind a byte for its lane and one for its null mask, whole numbers in
 * as few bytes as the chunk's largest needs. Not thread-safe.
 */
final class ChunkEncoder {

  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final DictionaryList dictionaries;
  private final Reservation memory;
  private byte[] bytes = {};
  private int end;
  private long decoded;

  ChunkEncoder(DictionaryList dictionaries, Reservation memory) {
    this.dictionaries = dictionaries;
    this.memory = memory;
  }

  /** Forgets what was encoded before and encodes rows {@code [from, from + count)}. */
  void encode(Batch batch, int from, int count) {
    end = 0;
    decoded = 0;
    for (int i = 0; i < batch.width(); i++) {
      encode(batch.column(i), from, count);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return end;
  }

  /** Bytes of the columns that these rows become when they are read. */
  long decodedBytes() {
    return decoded;
  }

  private void encode(Column column, int from, int count) {
    if (column instanceof ConstantColumn constant) {
      header(ChunkLane.CONSTANT, null, 0, 0);
      encode(constant.value(), 0, 1);
      decoded += column.nulls() == null ? 0 : count;
    } else if (column instanceof LongColumn longs) {
      header(ChunkLane.LONG, column.nulls(), from, count);
      numbers(longs.values(), from, count);
      decoded += 8L * count;
    } else if (column instanceof DoubleColumn doubles) {
      header(ChunkLane.DOUBLE, column.nulls(), from, count);
      ensure(8L * count);
      for (int i = from; i < from + count; i++) {
        LONGS.set(bytes, end, Double.doubleToRawLongBits(doubles.values()[i]));
        end += 8;
      }
      decoded += 8L * count;
    } else if (column instanceof DictionaryColumn coded) {
      coded(coded, from, count);
    } else if (column instanceof BytesColumn texts) {
      header(ChunkLane.BYTES, column.nulls(), from, count);
      texts(texts, from, count);
    } else {
      nested(column, from, count);
    }
  }

  private void nested(Column column, int from, int count) {
    if (column instanceof WideColumn wide) {
      header(ChunkLane.WIDE, column.nulls(), from, count);
      ensure(1 + 8L * wide.words() * count);
      bytes[end++] = (byte) wide.words();
      for (int i = from * wide.words(); i < (from + count) * wide.words(); i++) {
        LONGS.set(bytes, end, wide.values()[i]);
        end += 8;
      }
      decoded += 8L * wide.words() * count;
    } else if (column instanceof ArrayColumn array) {
      header(ChunkLane.ARRAY, column.nulls(), from, count);
      lengths(array.offsets(), from, count);
      int first = array.offsets()[from];
      encode(array.elements(), first, array.offsets()[from + count] - first);
    } else {
      header(ChunkLane.TUPLE, null, 0, 0);
      TupleColumn tuple = (TupleColumn) column;
      ensure(4);
      INTS.set(bytes, end, tuple.elements().size());
      end += 4;
      tuple.elements().forEach(element -> encode(element, from, count));
    }
  }

  private void coded(DictionaryColumn coded, int from, int count) {
    int number = dictionaries.numberOf(coded.dictionary());
    if (number < 0) {
      int[] rows = new int[count];
      Arrays.setAll(rows, i -> from + i);
      encode(coded.gather(rows, count).flatten(), 0, count);
      return;
    }
    header(ChunkLane.DICTIONARY, coded.nulls(), from, count);
    ensure(4 + 4L * count);
    INTS.set(bytes, end, number);
    end += 4;
    for (int i = from; i < from + count; i++) {
      INTS.set(bytes, end, coded.ids()[i]);
      end += 4;
    }
    decoded += 4L * count;
  }

  private void texts(BytesColumn texts, int from, int count) {
    lengths(texts.offsets(), from, count);
    int first = texts.offsets()[from];
    int length = texts.offsets()[from + count] - first;
    ensure(length);
    System.arraycopy(texts.data(), first, bytes, end, length);
    end += length;
    decoded += length;
  }

  private void lengths(int[] offsets, int from, int count) {
    ensure(4L * count);
    for (int i = from; i < from + count; i++) {
      INTS.set(bytes, end, offsets[i + 1] - offsets[i]);
      end += 4;
    }
    decoded += 4L * (count + 1);
  }

  private void numbers(long[] values, int from, int count) {
    long spread = 0;
    for (int i = from; i < from + count; i++) {
      spread |= values[i] ^ values[i] >> 63;
    }
    int bits = 65 - Long.numberOfLeadingZeros(spread);
    int width = bits <= 8 ? 1 : bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
    ensure(1 + (long) width * count + 8);
    bytes[end++] = (byte) width;
    for (int i = from; i < from + count; i++) {
      LONGS.set(bytes, end, values[i]);
      end += width;
    }
  }

  private void header(ChunkLane lane, boolean @Nullable [] nulls, int from, int count) {
    ensure(2L + (nulls == null ? 0 : count));
    bytes[end++] = (byte) lane.ordinal();
    bytes[end++] = (byte) (nulls == null ? 0 : 1);
    if (nulls != null) {
      for (int i = from; i < from + count; i++) {
        bytes[end++] = (byte) (nulls[i] ? 1 : 0);
      }
      decoded += count;
    }
  }

  private void ensure(long more) {
    long needed = end + more;
    if (needed > Integer.MAX_VALUE - 16) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_STRING_SIZE,
          "A chunk of temporary data would take " + needed + " bytes; lower max_block_size");
    }
    if (needed > bytes.length) {
      int length = (int) Math.min(Integer.MAX_VALUE - 16, Math.max(needed, 2L * bytes.length));
      memory.grow(length);
      byte[] grown = new byte[length];
      System.arraycopy(bytes, 0, grown, 0, end);
      memory.shrink(bytes.length);
      bytes = grown;
    }
  }
}
