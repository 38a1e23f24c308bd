// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * One value, or none, as ClickHouse writes it into states of min, max, any and argMin: a flag and
 * the value, but a text behind its length in four bytes, a zero byte behind it, -1 for none.
 */
final class SingleValue {

  private final Type type;
  private final ValueCodec codec;

  SingleValue(Type type) {
    this.type = type;
    codec = new ValueCodec(type, ValueCodec.Form.BINARY);
  }

  private boolean isText() {
    return type instanceof StringType;
  }

  void writeNone(BytesBuffer out) {
    if (isText()) {
      StateBytes.writeBytes(out, -1, 4);
    } else {
      out.write(0);
    }
  }

  /** The value in row 0. */
  void write(Column value, BytesBuffer out) {
    if (!isText()) {
      out.write(1);
      codec.write(value, 0, out);
      return;
    }
    BytesBuffer text = new BytesBuffer(1);
    codec.write(value, 0, text);
    text.endRow();
    io.twinhouse.engine.column.BytesColumn bytes = text.toColumn(null);
    StateReader in = new StateReader(bytes.data(), 0, bytes.length(0));
    int length = (int) in.readVarint();
    StateBytes.writeBytes(out, length + 1, 4);
    out.write(bytes.data(), in.position(), length);
    out.write(0);
  }

  /** The value as a column of one row, or null if there is none. */
  @Nullable Column read(StateReader in) {
    ColumnBuilder value = ColumnBuilder.of(type);
    if (!isText()) {
      if (in.readByte() == 0) {
        return null;
      }
      codec.read(in, value);
      return value.build();
    }
    int size = (int) in.readBytes(4);
    if (size <= 0) {
      return null;
    }
    value.appendBytes(in.data(), in.skip(size), size - 1);
    return value.build();
  }
}
