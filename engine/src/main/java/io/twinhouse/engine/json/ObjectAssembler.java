// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Puts the text of objects together from the streams of their paths. One thread. */
public final class ObjectAssembler {

  private final List<Slot> slots = new ArrayList<>();
  private final JsonPrinter printer = new JsonPrinter();
  private final TextOutput out = new TextOutput();
  private final ObjectText text = new ObjectText(out);

  private record Slot(
      ObjectText.Path path, JsonPrinter.CellPrinter writer, boolean isText, int index) {}

  /**
   * Adds a stream.
   *
   * @param path steps joined by dots
   * @param type of its values
   * @param isText whether the values are JSON text already, as arrays are
   * @param index where {@link #write} finds its column
   */
  public void add(String path, Type type, boolean isText, int index) {
    slots.add(new Slot(new ObjectText.Path(path, printer), printer.cells(type), isText, index));
    slots.sort((a, b) -> ObjectText.Path.compare(a.path(), b.path()));
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
