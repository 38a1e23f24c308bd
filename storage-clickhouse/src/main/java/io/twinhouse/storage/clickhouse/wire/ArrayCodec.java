// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Array and Map: where each row's elements end (64 bits), then the elements of all rows. */
final class ArrayCodec extends Codec {
  private final Codec element;

  ArrayCodec(Codec element) {
    this.element = element;
  }

  @Override
  void readPrefix(WireReader in) throws IOException {
    element.readPrefix(in);
  }

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] nulls) throws IOException {
    int[] offsets = in.newInts(rows + 1);
    for (int i = 1; i <= rows; i++) {
      offsets[i] = in.readLongSize();
      if (offsets[i] < offsets[i - 1]) {
        throw WireReader.corrupted("an array ends before it begins");
      }
    }
    return ArrayColumn.of(offsets, element.read(in, offsets[rows], null), rows);
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    ArrayColumn array = (ArrayColumn) column;
    int[] offsets = array.offsets();
    int first = offsets[0];
    for (int i = 1; i <= array.size(); i++) {
      out.writeWhole(offsets[i] - first, Long.BYTES);
    }
    int count = offsets[array.size()] - first;
    Column elements = array.elements();
    Column used = elements.size() == count ? elements : elements.gather(from(first, count), count);
    element.write(out, used.flatten());
  }

  private static int[] from(int first, int count) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = first + i;
    }
    return rows;
  }
}
