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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one chunk that {@link ChunkEncoder} wrote. */
final class ChunkDecoder {

  private final byte[] bytes;
  private final DictionaryList dictionaries;
  private int at;

  ChunkDecoder(byte[] bytes, DictionaryList dictionaries) {
    this.bytes = bytes;
    this.dictionaries = dictionaries;
  }

  Batch decode(int width, int rows) {
    Column[] columns = new Column[width];
    for (int i = 0; i < width; i++) {
      columns[i] = column(rows);
    }
    return Batch.of(rows, columns);
  }

  private Column column(int rows) {
    ChunkLane lane = ChunkLane.of(bytes[at++]);
    boolean[] nulls = nulls(rows);
    return switch (lane) {
      case CONSTANT -> ConstantColumn.of(column(1), rows);
      case LONG -> LongColumn.of(numbers(rows), rows, nulls);
      case DOUBLE -> {
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
          values[i] = Double.longBitsToDouble(readLong());
        }
        yield DoubleColumn.of(values, rows, nulls);
      }
      case DICTIONARY -> {
        int number = readInt();
        int[] ids = new int[rows];
        for (int i = 0; i < rows; i++) {
          ids[i] = readInt();
        }
        yield DictionaryColumn.of(ids, dictionaries.get(number), rows, nulls);
      }
      case BYTES -> {
        int[] offsets = offsets(rows);
        byte[] data = new byte[offsets[rows]];
        System.arraycopy(bytes, at, data, 0, data.length);
        at += data.length;
        yield BytesColumn.of(data, offsets, rows, nulls);
      }
      case WIDE -> wide(rows, nulls);
      case ARRAY -> {
        int[] offsets = offsets(rows);
        yield ArrayColumn.of(offsets, column(offsets[rows]), rows).withNulls(nulls);
      }
      case TUPLE -> {
        List<Column> elements = new ArrayList<>();
        for (int left = readInt(); left > 0; left--) {
          elements.add(column(rows));
        }
        yield TupleColumn.of(elements, rows);
      }
    };
  }

  private Column wide(int rows, boolean @Nullable [] nulls) {
    int words = bytes[at++];
    long[] values = new long[rows * words];
    for (int i = 0; i < values.length; i++) {
      values[i] = readLong();
    }
    return WideColumn.of(values, words, rows, nulls);
  }

  private boolean @Nullable [] nulls(int rows) {
    if (bytes[at++] == 0) {
      return null;
    }
    boolean[] nulls = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      nulls[i] = bytes[at++] != 0;
    }
    return nulls;
  }

  private long[] numbers(int rows) {
    int width = bytes[at++];
    long[] values = new long[rows];
    for (int i = 0; i < rows; i++) {
      values[i] =
          switch (width) {
            case 1 -> bytes[at];
            case 2 -> (short) (bytes[at] & 0xff | bytes[at + 1] << 8);
            case 4 -> (int) ChunkEncoder.INTS.get(bytes, at);
            default -> (long) ChunkEncoder.LONGS.get(bytes, at);
          };
      at += width;
    }
    return values;
  }

  private int[] offsets(int rows) {
    int[] offsets = new int[rows + 1];
    for (int i = 0; i < rows; i++) {
      offsets[i + 1] = offsets[i] + readInt();
    }
    return offsets;
  }

  private int readInt() {
    int value = (int) ChunkEncoder.INTS.get(bytes, at);
    at += 4;
    return value;
  }

  private long readLong() {
    long value = (long) ChunkEncoder.LONGS.get(bytes, at);
    at += 8;
    return value;
  }
}
