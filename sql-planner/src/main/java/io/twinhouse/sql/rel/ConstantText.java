// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rel;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.Locale;

/** Spells a constant so that different values never read the same. */
final class ConstantText {

  private final StringBuilder text = new StringBuilder();

  private ConstantText() {}

  static String of(Type type, Column value) {
    ConstantText writer = new ConstantText();
    writer.append(value.flatten(), 0);
    return writer.text.append('_').append(type.name()).toString();
  }

  private void append(Column column, int row) {
    if (column.isNull(row)) {
      text.append("NULL");
    } else if (column instanceof LongColumn longs) {
      text.append(longs.values()[row]);
    } else if (column instanceof DoubleColumn doubles) {
      text.append(doubles.values()[row]);
    } else if (column instanceof BytesColumn bytes) {
      appendBytes(bytes.bytes(row));
    } else if (column instanceof WideColumn wide) {
      text.append("0x");
      for (int word = wide.words() - 1; word >= 0; word--) {
        text.append(String.format(Locale.ROOT, "%016x", wide.values()[row * wide.words() + word]));
      }
    } else if (column instanceof ArrayColumn arrays) {
      appendArray(arrays, row);
    } else if (column instanceof TupleColumn tuple) {
      appendTuple(tuple.elements(), row);
    } else {
      throw new IllegalArgumentException("not flat: " + column.getClass());
    }
  }

  private void appendArray(ArrayColumn arrays, int row) {
    Column elements = arrays.elements().flatten();
    int from = arrays.offsets()[row];
    text.append('[');
    for (int i = from; i < arrays.offsets()[row + 1]; i++) {
      text.append(i == from ? "" : ", ");
      append(elements, i);
    }
    text.append(']');
  }

  private void appendTuple(List<Column> elements, int row) {
    text.append('(');
    for (int i = 0; i < elements.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      append(elements.get(i).flatten(), row);
    }
    text.append(')');
  }

  private void appendBytes(byte[] bytes) {
    text.append('\'');
    for (byte b : bytes) {
      if (b == '\'' || b == '\\') {
        text.append('\\').append((char) b);
      } else if (b >= ' ' && b < 127) {
        text.append((char) b);
      } else {
        text.append("\\x").append(hex(b >> 4)).append(hex(b));
      }
    }
    text.append('\'');
  }

  private static char hex(int digit) {
    return Character.forDigit(digit & 15, 16);
  }
}
