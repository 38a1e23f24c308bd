// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the text of objects together from the streams of their paths. One thread. */
public final class ObjectAssembler {

  private final List<Slot> slots = new ArrayList<>();
  private final JsonPrinter printer = new JsonPrinter();
  private final TextOutput out = new TextOutput();
  private final ObjectText text = new ObjectText(out);

  /**
   * A stream.
   *
   * @param declared the path as the type of the objects declares it, if it does
   * @param index of its column, negative if there is none
   */
  private record Slot(
      ObjectText.Path path,
      JsonPrinter.CellPrinter writer,
      boolean isText,
      @Nullable DeclaredPath declared,
      int index) {}

  private final SortedMap<String, Type> missing;
  private final SortedMap<String, Type> types;

  /** For objects of a type. */
  public ObjectAssembler(JsonType type) {
    types = type.declared();
    missing = new TreeMap<>(types);
  }

  /**
   * Adds a stream.
   *
   * @param path steps joined by dots
   * @param kept the type of its values
   * @param isText whether the values are JSON text already, as arrays are
   * @param index where {@link #write} finds its column
   */
  public void add(String path, Type kept, boolean isText, int index) {
    Type type = types.get(path);
    missing.remove(path);
    DeclaredPath declared = type == null ? null : DeclaredPath.of(path, type);
    add(new Slot(new ObjectText.Path(path, printer), printer.cells(kept), isText, declared, index));
  }

  private void add(Slot slot) {
    slots.add(slot);
    slots.sort((a, b) -> ObjectText.Path.compare(a.path(), b.path()));
  }

  /** To be called when all streams are added. */
  public void complete() {
    missing.forEach(
        (path, type) -> {
          JsonPrinter.CellPrinter none = (column, row, target) -> {};
          DeclaredPath declared = DeclaredPath.of(path, type);
          add(new Slot(new ObjectText.Path(path, printer), none, false, declared, -1));
        });
    missing.clear();
  }

  /**
   * The text of one row with its marks, valid until the next call.
   *
   * @param columns the values of each stream, NULL where the row has none
   */
  public TextOutput write(Column[] columns, int row) {
    out.reset();
    text.begin();
    for (Slot slot : slots) {
      DeclaredPath declared = slot.declared();
      if (declared != null) {
        text.path(slot.path());
        declared.writeKept(slot.index() < 0 ? null : columns[slot.index()], row, out);
        continue;
      }
      Column column = columns[slot.index()];
      if (!column.isNull(row)) {
        text.path(slot.path());
        if (slot.isText()) {
          copy(column, row);
        } else {
          slot.writer().write(column, row, out);
        }
      }
    }
    text.end();
    return out;
  }

  private void copy(Column column, int row) {
    byte[] value =
        column instanceof DictionaryColumn coded
            ? coded.dictionary().bytes(coded.ids()[row])
            : ((BytesColumn) column).bytes(row);
    out.put(value, 0, value.length);
  }
}
