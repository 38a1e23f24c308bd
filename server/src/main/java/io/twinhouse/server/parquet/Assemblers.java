// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/** The assemblers of values, lists, maps and tuples. */
final class Assemblers {

  private Assemblers() {}

  static final class OfLeaf extends Assembler {
    private final ParquetNode leaf;
    private final LeafValue value;
    private @Nullable LeafCursor cursor;

    /**
     * @param type that of the value, or Nullable of it
     */
    OfLeaf(ParquetNode leaf, LeafValue value, Type type) {
      super(type);
      this.leaf = leaf;
      this.value = value;
    }

    @Override
    void open(ParquetFile file, RowGroup group) {
      close();
      cursor = new LeafCursor(leaf, file.pages(group, leaf));
    }

    @Override
    void close() {
      if (cursor != null) {
        cursor.close();
        cursor = null;
      }
    }

    @Override
    LeafCursor first() {
      return Objects.requireNonNull(cursor);
    }

    @Override
    boolean read(ColumnBuilder into) {
      LeafCursor entries = first();
      boolean missing = entries.definition() < leaf.definition();
      if (missing) {
        into.appendAbsent(type());
      } else {
        value.appender().append(entries.value(), into);
      }
      entries.advance();
      return missing && !type().isNullable();
    }

    @Override
    void pass() {
      first().definition();
      first().advance();
    }
  }

  /** Also Map, a list of pairs. */
  static final class OfList extends Assembler {
    private final ParquetNode repeated;
    private final Assembler element;

    OfList(Type type, ParquetNode repeated, Assembler element) {
      super(type);
      this.repeated = repeated;
      this.element = element;
    }

    @Override
    void open(ParquetFile file, RowGroup group) {
      element.open(file, group);
    }

    @Override
    void close() {
      element.close();
    }

    @Override
    LeafCursor first() {
      return element.first();
    }

    /** A list that is missing is empty. */
    @Override
    boolean read(ColumnBuilder into) {
      if (first().definition() < repeated.definition()) {
        element.pass();
      } else {
        do {
          element.read(into.elements());
        } while (first().repetition() == repeated.repetition());
      }
      into.endRow();
      return false;
    }

    @Override
    void pass() {
      element.pass();
    }
  }

  static final class OfTuple extends Assembler {
    private final ParquetNode group;
    private final List<Part> parts;

    /**
     * An element of the tuple.
     *
     * @param values null where the file does not have it
     */
    record Part(@Nullable Assembler values, Type type) {}

    /**
     * @param parts at least one of which the file has
     */
    OfTuple(Type type, ParquetNode group, List<Part> parts) {
      super(type);
      this.group = group;
      this.parts = parts;
    }

    @Override
    void open(ParquetFile file, RowGroup rows) {
      for (Part part : parts) {
        if (part.values != null) {
          part.values.open(file, rows);
        }
      }
    }

    @Override
    void close() {
      for (Part part : parts) {
        if (part.values != null) {
          part.values.close();
        }
      }
    }

    @Override
    LeafCursor first() {
      for (Part part : parts) {
        if (part.values != null) {
          return part.values.first();
        }
      }
      throw new IllegalStateException("a tuple without elements");
    }

    @Override
    boolean read(ColumnBuilder into) {
      if (first().definition() < group.definition()) {
        pass();
        into.appendAbsent(type());
        return !type().isNullable();
      }
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        if (part.values == null) {
          into.element(i).appendAbsent(part.type);
        } else {
          part.values.read(into.element(i));
        }
      }
      into.endRow();
      return false;
    }

    @Override
    void pass() {
      for (Part part : parts) {
        if (part.values != null) {
          part.values.pass();
        }
      }
    }
  }
}
