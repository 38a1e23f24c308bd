// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import java.io.IOException;
import java.util.List;

/** The shredders of values, lists, maps and tuples. */
final class Shredders {

  private Shredders() {}

  /**
   * A leaf.
   *
   * @param absent the level of an entry that is NULL
   */
  record OfLeaf(LeafPages pages, LeafEncoder encoder, int absent) implements Shredder {
    @Override
    public void write(Column column, int row, int repetition) throws IOException {
      if (column.isNull(row)) {
        pages.missing(repetition, absent);
      } else {
        encoder.encode(column, row, pages.present(repetition));
      }
    }

    @Override
    public void missing(int repetition, int definition) throws IOException {
      pages.missing(repetition, definition);
    }
  }

  /** A leaf of truth values, which are packed. */
  record OfBool(LeafPages pages, int absent) implements Shredder {
    @Override
    public void write(Column column, int row, int repetition) throws IOException {
      if (column.isNull(row)) {
        pages.missing(repetition, absent);
      } else {
        pages.present(repetition, ((LongColumn) column).values()[row] != 0);
      }
    }

    @Override
    public void missing(int repetition, int definition) throws IOException {
      pages.missing(repetition, definition);
    }
  }

  /**
   * A list, or a map as a list of pairs.
   *
   * @param repeated the repetition level of elements behind the first
   * @param empty the definition level of a list without elements
   */
  record OfList(Shredder element, int repeated, int empty) implements Shredder {
    @Override
    public void write(Column column, int row, int repetition) throws IOException {
      ArrayColumn array = (ArrayColumn) column;
      int from = array.offsets()[row];
      int to = array.offsets()[row + 1];
      if (from == to) {
        element.missing(repetition, empty);
        return;
      }
      // The elements of a batch are one column, whose encoding is undone but once.
      Column elements = array.elements();
      for (int e = from; e < to; e++) {
        element.write(elements, e, e == from ? repetition : repeated);
      }
    }

    @Override
    public void missing(int repetition, int definition) throws IOException {
      element.missing(repetition, definition);
    }
  }

  record OfTuple(List<Shredder> elements) implements Shredder {
    @Override
    public void write(Column column, int row, int repetition) throws IOException {
      List<Column> columns = ((TupleColumn) column).elements();
      for (int i = 0; i < elements.size(); i++) {
        elements.get(i).write(columns.get(i), row, repetition);
      }
    }

    @Override
    public void missing(int repetition, int definition) throws IOException {
      for (Shredder element : elements) {
        element.missing(repetition, definition);
      }
    }
  }
}
