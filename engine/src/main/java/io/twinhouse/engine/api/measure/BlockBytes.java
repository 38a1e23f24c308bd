// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api.measure;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.ValueWidth;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that the server counts for rows, as it would hold them: values in their width, texts
 * with eight bytes for where they end, as many for the end of each array. What has no width of its
 * own, such as JSON, counts as it is held here.
 */
public final class BlockBytes {

  private static final long END = 8;
  private static final int MOST_IN_ONE_BYTE = 255;

  /** In larger blocks texts of few kinds count as such that are all different. */
  private static final int MOST_LOOKED_AT = 256;

  private BlockBytes() {}

  public static long of(List<Type> types, Batch batch) {
    long bytes = 0;
    for (int c = 0; c < batch.width(); c++) {
      bytes += of(types.get(c), batch.column(c), 0, batch.column(c).size());
    }
    return bytes;
  }

  /** Of the rows in {@code [from, to)}, as arrays may hold a part of the elements there are. */
  private static long of(Type type, Column column, int from, int to) {
    long rows = (long) to - from;
    Type base = type.base();
    long flags = type.isNullable() ? rows : 0;
    long width = ValueWidth.of(base);
    if (type instanceof LowCardinalityType && width < 0 && rows <= MOST_LOOKED_AT) {
      return ofEntries(flat(column, from, to));
    }
    if (width >= 0) {
      return flags + rows * width + (base instanceof FixedStringType ? END : 0);
    }
    if (column instanceof ConstantColumn constant) {
      return rows * of(type, constant.value(), 0, 1);
    }
    if (column instanceof BytesColumn || column instanceof DictionaryColumn) {
      return flags + ofTexts(column, from, to);
    }
    if (base instanceof TupleType tuple && column instanceof TupleColumn values) {
      return flags + ofTuple(tuple, values, from, to);
    }
    Type element = elementOf(base);
    if (element != null && column instanceof ArrayColumn array) {
      return rows * END + ofElements(element, array, from, to);
    }
    return flags + asHeld(column, rows);
  }

  private static @Nullable Type elementOf(Type type) {
    if (type instanceof MapType map) {
      return map.entry();
    }
    return type instanceof ArrayType array ? array.element() : null;
  }

  private static long asHeld(Column column, long rows) {
    return column.size() == 0 ? 0 : (long) ((double) column.retainedBytes() * rows / column.size());
  }

  private static Column flat(Column column, int from, int to) {
    if (from == 0 && to == column.size()) {
      return column.flatten();
    }
    int[] rows = new int[to - from];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = from + i;
    }
    return column.gather(rows, rows.length).flatten();
  }

  /** The entries that occur, and the empty one, with a number of one or two bytes for each row. */
  private static long ofEntries(Column column) {
    Set<ByteBuffer> entries = new HashSet<>();
    long bytes = END;
    if (column instanceof BytesColumn texts) {
      for (int row = 0; row < texts.size(); row++) {
        int length = texts.isNull(row) ? 0 : texts.length(row);
        if (length > 0 && entries.add(ByteBuffer.wrap(texts.bytes(row)))) {
          bytes += END + length;
        }
      }
    }
    return bytes + column.size() * (entries.size() < MOST_IN_ONE_BYTE ? 1L : 2L);
  }

  private static long ofTexts(Column column, int from, int to) {
    long bytes = (to - from) * END;
    for (int row = from; row < to; row++) {
      if (!column.isNull(row)) {
        bytes +=
            column instanceof DictionaryColumn coded
                ? coded.dictionary().length(coded.ids()[row])
                : ((BytesColumn) column).length(row);
      }
    }
    return bytes;
  }

  private static long ofTuple(TupleType tuple, TupleColumn values, int from, int to) {
    long bytes = 0;
    for (int i = 0; i < tuple.elements().size(); i++) {
      bytes += of(tuple.elements().get(i), values.elements().get(i), from, to);
    }
    return bytes;
  }

  private static long ofElements(Type element, ArrayColumn array, int from, int to) {
    return of(element, array.elements(), array.offsets()[from], array.offsets()[to]);
  }
}
