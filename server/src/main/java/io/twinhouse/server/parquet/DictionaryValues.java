// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** The values of a dictionary page: bits of numbers, or where bytes lie. */
final class DictionaryValues {

  private final Slice values;
  private final boolean numbers;
  private final long[] bits;
  private final int[] from;
  private final int[] length;

  DictionaryValues(SchemaElement leaf, Page page) {
    int count = page.count();
    values = page.values();
    if (leaf.getType() == Type.BOOLEAN || count < 0 || count > values.length()) {
      throw ParquetFile.broken(
          "a dictionary of " + values.length() + " bytes with " + count + " values");
    }
    int width = PlainStream.width(leaf);
    PlainStream stream = new PlainStream(values, width);
    numbers = width == Integer.BYTES || width == Long.BYTES;
    bits = new long[numbers ? count : 0];
    from = new int[count];
    length = new int[count];
    Cell cell = new Cell();
    for (int i = 0; i < count; i++) {
      stream.next(cell);
      from[i] = cell.from;
      length[i] = cell.length;
      if (numbers) {
        bits[i] = cell.bits;
      }
    }
  }

  /** Bytes of the arrays beside a page of {@code bytes} that says it has {@code count} values. */
  static long heldBytes(int count, int bytes) {
    return Math.max(0L, Math.min(count, bytes)) * (Long.BYTES + 2 * Integer.BYTES);
  }

  /** The values at the positions that a page holds behind their width. */
  ValueStream stream(Slice positions) {
    if (positions.length() == 0) {
      return cell -> position(-1);
    }
    int width = positions.data()[positions.from()] & 0xff;
    RunDecoder ids = new RunDecoder(positions.rest(1), width);
    return cell -> {
      int id = position(ids.next());
      cell.data = values.data();
      cell.from = from[id];
      cell.length = length[id];
      cell.bits = numbers ? bits[id] : 0;
    };
  }

  private int position(int id) {
    if (id < 0 || id >= from.length) {
      throw ParquetFile.broken("value " + id + " of a dictionary with " + from.length);
    }
    return id;
  }
}
