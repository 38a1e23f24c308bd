// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tuple: one element's values for all rows after the other's; a byte a row if it has none. */
final class TupleCodec extends Codec {
  private final List<Codec> elements;

  TupleCodec(List<Codec> elements) {
    this.elements = elements;
  }

  @Override
  void readPrefix(WireReader in) throws IOException {
    for (Codec element : elements) {
      element.readPrefix(in);
    }
  }

  @Override
  Column read(WireReader in, int rows, boolean @Nullable [] nulls) throws IOException {
    List<Column> columns = new ArrayList<>();
    for (Codec element : elements) {
      columns.add(element.read(in, rows, null));
    }
    for (int i = 0; elements.isEmpty() && i < rows; i++) {
      in.readByte();
    }
    return TupleColumn.of(columns, rows);
  }

  @Override
  void write(WireWriter out, Column column) throws IOException {
    TupleColumn tuple = (TupleColumn) column;
    for (int i = 0; i < elements.size(); i++) {
      elements.get(i).write(out, tuple.elements().get(i).flatten());
    }
    for (int i = 0; elements.isEmpty() && i < tuple.size(); i++) {
      out.writeByte('0');
    }
  }
}
