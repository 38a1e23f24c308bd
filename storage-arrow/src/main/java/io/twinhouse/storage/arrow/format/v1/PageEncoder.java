// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes rows of columns as pages; the layout is specified in the package. */
final class PageEncoder {

  private final ByteSink sink;
  private final @Nullable BytesPacker packer;
  private boolean packed;

  /**
   * @param packer null to keep all strings as they are
   */
  PageEncoder(ByteSink sink, @Nullable BytesPacker packer) {
    this.sink = sink;
    this.packer = packer;
  }

  /** Whether a page that was encoded is compressed. */
  boolean packed() {
    return packed;
  }

  /** Appends the page of rows {@code [from, from + count)}, padded. */
  void encode(Type type, Column column, int from, int count) {
    int page = sink.skip(PageLayout.HEADER);
    sink.setInt(page + PageLayout.ROWS_AT, count);
    int nulls = encodeNulls(column, from, count);
    sink.setByte(page + PageLayout.NULLS_AT, nulls);
    sink.setByte(page + PageLayout.KIND_AT, kindOf(column));
    if (nulls != PageLayout.ALL_NULLS) {
      encodeValues(type, column, from, count, page);
    }
    sink.align();
  }

  private static int kindOf(Column column) {
    if (column instanceof LongColumn || column instanceof DictionaryColumn) {
      return PageLayout.FRAME;
    }
    if (column instanceof DoubleColumn) {
      return PageLayout.FLOATS;
    }
    if (column instanceof WideColumn) {
      return PageLayout.WIDE;
    }
    if (column instanceof BytesColumn) {
      return PageLayout.BYTES;
    }
    if (column instanceof ConstantColumn) {
      throw new IllegalArgumentException("pages are made of flat columns");
    }
    return column instanceof ArrayColumn ? PageLayout.ARRAY : PageLayout.TUPLE;
  }

  private int encodeNulls(Column column, int from, int count) {
    boolean[] flags = column.nulls();
    int nulls = 0;
    if (flags != null) {
      for (int i = from; i < from + count; i++) {
        nulls += flags[i] ? 1 : 0;
      }
    }
    if (flags == null || nulls == 0) {
      return PageLayout.NO_NULLS;
    }
    if (nulls == count) {
      return PageLayout.ALL_NULLS;
    }
    int bitmap = sink.skip(PageLayout.bitmapBytes(count));
    for (int i = 0; i < count; i += 8) {
      int bits = 0;
      for (int b = 0; b < 8 && i + b < count; b++) {
        bits |= flags[from + i + b] ? 0 : 1 << b;
      }
      sink.setByte(bitmap + (i >> 3), bits);
    }
    return PageLayout.SOME_NULLS;
  }

  private void encodeValues(Type type, Column column, int from, int count, int page) {
    if (column instanceof LongColumn longs) {
      encodeFrame(withoutNulls(longs, from, count), nullsIn(longs) ? 0 : from, count, page);
    } else if (column instanceof DictionaryColumn coded) {
      encodeIds(coded, from, count, page);
    } else if (column instanceof DoubleColumn doubles) {
      encodeFloats(type, doubles.values(), from, count, page);
    } else if (column instanceof WideColumn wide) {
      encodeWide(wide, from, count, page);
    } else if (column instanceof BytesColumn bytes) {
      encodeBytes(bytes, from, count, page);
    } else if (column instanceof ArrayColumn array) {
      encodeArray(LaneBuffer.elementOf(type.base()), array, from, count);
    } else {
      encodeTuple(((TupleType) type.base()).elements(), (TupleColumn) column, from, count, page);
    }
  }

  private static boolean nullsIn(Column column) {
    return column.nulls() != null;
  }

  /** Values under NULL may be anything; a copy where they repeat a real one keeps frames narrow. */
  private static long[] withoutNulls(LongColumn column, int from, int count) {
    boolean[] flags = column.nulls();
    if (flags == null) {
      return column.values();
    }
    long[] values = new long[count];
    long last = 0;
    for (int i = 0; i < count && last == 0; i++) {
      last = flags[from + i] ? 0 : column.values()[from + i];
    }
    for (int i = 0; i < count; i++) {
      last = flags[from + i] ? last : column.values()[from + i];
      values[i] = last;
    }
    return values;
  }

  private void encodeFrame(long[] values, int from, int count, int page) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = from; i < from + count; i++) {
      min = Math.min(min, values[i]);
      max = Math.max(max, values[i]);
    }
    long base = count == 0 ? 0 : min;
    int width = count == 0 ? 0 : widthOf(max - min);
    sink.setByte(page + PageLayout.WIDTH_AT, width);
    sink.putLong(base);
    int at = sink.skip(Math.multiplyExact(width, count));
    switch (width) {
      case 0 -> {}
      case 1 -> {
        for (int i = 0; i < count; i++) {
          sink.setByte(at + i, (int) (values[from + i] - base));
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++) {
          sink.setShort(at + 2 * i, (int) (values[from + i] - base));
        }
      }
      case 4 -> {
        for (int i = 0; i < count; i++) {
          sink.setInt(at + 4 * i, (int) (values[from + i] - base));
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          sink.setLong(at + 8 * i, values[from + i] - base);
        }
      }
    }
  }

  /** The narrowest width for differences up to {@code range}, read as unsigned. */
  private static int widthOf(long range) {
    if (range == 0) {
      return 0;
    }
    if (range < 0 || range > 0xffff_ffffL) {
      return 8;
    }
    if (range > 0xffff) {
      return 4;
    }
    return range > 0xff ? 2 : 1;
  }

  private void encodeIds(DictionaryColumn column, int from, int count, int page) {
    long[] values = new long[count];
    long last = 0;
    for (int i = 0; i < count; i++) {
      last = column.isNull(from + i) ? last : column.ids()[from + i];
      values[i] = last;
    }
    encodeFrame(values, 0, count, page);
  }

  private void encodeFloats(Type type, double[] values, int from, int count, int page) {
    long first = count == 0 ? 0 : Double.doubleToRawLongBits(values[from]);
    boolean same = true;
    for (int i = from; i < from + count && same; i++) {
      same = Double.doubleToRawLongBits(values[i]) == first;
    }
    if (same) {
      sink.putLong(first);
      return;
    }
    boolean narrow = !type.base().equals(FloatType.FLOAT64);
    sink.setByte(page + PageLayout.WIDTH_AT, narrow ? 4 : 8);
    int at = sink.skip((narrow ? 4 : 8) * count);
    for (int i = 0; i < count; i++) {
      double value = values[from + i];
      if (narrow) {
        sink.setInt(at + 4 * i, Float.floatToRawIntBits((float) value));
      } else {
        sink.setLong(at + 8 * i, Double.doubleToRawLongBits(value));
      }
    }
  }

  private void encodeWide(WideColumn column, int from, int count, int page) {
    int words = column.words();
    long[] values = column.values();
    boolean same = true;
    for (int i = (from + 1) * words; i < (from + count) * words && same; i++) {
      same = values[i] == values[i - words];
    }
    sink.setByte(page + PageLayout.WORDS_AT, words);
    sink.setByte(page + PageLayout.WIDTH_AT, same ? 0 : 8 * words);
    int stored = (same ? Math.min(1, count) : count) * words;
    int at = sink.skip(8 * stored);
    for (int i = 0; i < stored; i++) {
      sink.setLong(at + 8 * i, values[from * words + i]);
    }
  }

  private void encodeBytes(BytesColumn column, int from, int count, int page) {
    if (packer != null && packer.pack(column, from, count, sink, page)) {
      packed = true;
      return;
    }
    int[] offsets = column.offsets();
    int first = offsets[from];
    encodeOffsets(offsets, from, count);
    sink.putBytes(column.data(), first, offsets[from + count] - first);
  }

  private void encodeOffsets(int[] offsets, int from, int count) {
    int at = sink.skip(4 * (count + 1));
    for (int i = 0; i <= count; i++) {
      sink.setInt(at + 4 * i, offsets[from + i] - offsets[from]);
    }
    sink.align();
  }

  private void encodeArray(Type element, ArrayColumn column, int from, int count) {
    int[] offsets = column.offsets();
    encodeOffsets(offsets, from, count);
    encode(
        element, column.elements().flatten(), offsets[from], offsets[from + count] - offsets[from]);
  }

  private void encodeTuple(List<Type> types, TupleColumn column, int from, int count, int page) {
    int width = types.size();
    sink.setByte(page + PageLayout.WIDTH_AT, width);
    int offsets = sink.skip(4 * width);
    sink.align();
    for (int e = 0; e < width; e++) {
      sink.setInt(offsets + 4 * e, sink.size() - page);
      encode(types.get(e), column.elements().get(e).flatten(), from, count);
    }
  }
}
