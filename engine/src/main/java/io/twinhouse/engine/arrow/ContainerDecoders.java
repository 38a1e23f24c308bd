// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values made of values. */
final class ContainerDecoders {

  private ContainerDecoders() {}

  /** Lists, and maps as lists of entries; one that is NULL has no elements. */
  static final class OfList extends VectorDecoder {
    private final Ends ends;
    private final VectorDecoder element;
    private int elements;

    OfList(Type type, Ends ends, VectorDecoder element) {
      super(type);
      this.ends = ends;
      this.element = element;
    }

    @Override
    void bind(BlockCursor block, int rows) {
      int all = bindNode(block, rows);
      ends.bind(block, all);
      int[] last = all == 0 ? new int[2] : ends.read(all - 1, 1, Integer.MAX_VALUE);
      elements = last[1];
      element.bind(block, elements);
    }

    @Override
    Column read(int from, int count) {
      int[] offsets = ends.read(from, count, elements);
      int start = offsets[0];
      Column read = element.read(start, offsets[count] - start);
      Ends.fromFirst(offsets);
      boolean[] nulls = nulls(from, count);
      ArrayColumn column = ArrayColumn.of(offsets, read, count);
      return nulls == null ? column : withoutElements(column, nulls);
    }

    /** What stands under NULL is arbitrary. */
    private static Column withoutElements(ArrayColumn column, boolean[] nulls) {
      int[] given = column.offsets();
      int[] rows = new int[column.elements().size()];
      int[] offsets = new int[given.length];
      int kept = 0;
      for (int row = 0; row < column.size(); row++) {
        for (int i = given[row]; i < given[row + 1] && !nulls[row]; i++) {
          rows[kept++] = i;
        }
        offsets[row + 1] = kept;
      }
      return ArrayColumn.of(offsets, column.elements().gather(rows, kept), column.size());
    }
  }

  /** As many elements in every row. */
  static final class OfFixedList extends VectorDecoder {
    private final int length;
    private final VectorDecoder element;

    OfFixedList(Type type, int length, VectorDecoder element) {
      super(type);
      this.length = length;
      this.element = element;
    }

    @Override
    void bind(BlockCursor block, int rows) {
      element.bind(block, Math.multiplyExact(bindNode(block, rows), length));
    }

    @Override
    Column read(int from, int count) {
      ArrayColumn column =
          ArrayColumn.of(
              Ends.even(count, length), element.read(from * length, count * length), count);
      boolean[] nulls = nulls(from, count);
      return nulls == null ? column : OfList.withoutElements(column, nulls);
    }
  }

  static final class OfStruct extends VectorDecoder {
    private final List<VectorDecoder> elements;

    OfStruct(Type type, List<VectorDecoder> elements) {
      super(type);
      this.elements = elements;
    }

    @Override
    void bind(BlockCursor block, int rows) {
      int all = bindNode(block, rows);
      elements.forEach(element -> element.bind(block, all));
    }

    @Override
    Column read(int from, int count) {
      if (nulls(from, count) != null) {
        throw BlockCursor.broken("has a struct that is NULL, which a Tuple cannot be");
      }
      List<Column> columns = new ArrayList<>();
      for (VectorDecoder element : elements) {
        columns.add(element.read(from, count));
      }
      return TupleColumn.of(columns, count);
    }
  }

  /** A bare NULL has no buffers, not even a validity. */
  static final class OfNothing extends VectorDecoder {
    OfNothing() {
      super(NothingType.INSTANCE.toNullable());
    }

    @Override
    void bind(BlockCursor block, int rows) {
      block.node(rows);
    }

    @Override
    Column read(int from, int count) {
      boolean[] nulls = new boolean[count];
      Arrays.fill(nulls, true);
      return LongColumn.of(new long[count], count, nulls);
    }
  }

  /** Numbers of values that a message before told. */
  static final class OfDictionary extends VectorDecoder {
    private final VectorDecoder indexes;
    private final DictionaryValues values;

    OfDictionary(Type type, VectorDecoder indexes, DictionaryValues values) {
      super(type);
      this.indexes = indexes;
      this.values = values;
    }

    @Override
    void bind(BlockCursor block, int rows) {
      indexes.bind(block, rows);
    }

    @Override
    Column read(int from, int count) {
      Column numbers = indexes.read(from, count);
      Column known = values.column();
      long[] given = ((LongColumn) numbers).values();
      int[] rows = new int[count];
      for (int i = 0; i < count; i++) {
        if (!numbers.isNull(i)) {
          if (given[i] < 0 || given[i] >= known.size()) {
            throw BlockCursor.broken("refers to value " + given[i] + " of " + known.size());
          }
          rows[i] = (int) given[i];
        }
      }
      return values.take(rows, numbers.nulls());
    }
  }
}
