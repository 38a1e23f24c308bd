// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;

final class BytesColumnBuilder implements ColumnBuilder {

  private final byte[] defaultValue;
  private BytesBuffer buffer = new BytesBuffer(16);
  private final NullMask nulls = new NullMask();
  private byte[] scratch = new byte[64];

  BytesColumnBuilder(Type base) {
    if (base instanceof FixedStringType fixed) {
      defaultValue = new byte[fixed.length()];
    } else if (base instanceof JsonType json) {
      defaultValue = EmptyObject.of(json);
    } else {
      defaultValue = new byte[0];
    }
  }

  @Override
  public int size() {
    return buffer.size();
  }

  @Override
  public void appendBytes(byte[] source, int offset, int length) {
    buffer.append(source, offset, length);
  }

  @Override
  public void appendNull() {
    nulls.set(buffer.size(), buffer.size() * 2);
    appendDefault();
  }

  @Override
  public void appendDefault() {
    appendBytes(defaultValue, 0, defaultValue.length);
  }

  @Override
  public void append(Column source, int row) {
    if (source.isNull(row)) {
      appendNull();
    } else if (source instanceof ConstantColumn constant) {
      append(constant.value(), 0);
    } else if (source instanceof DictionaryColumn coded) {
      appendEntry(coded.dictionary(), coded.ids()[row]);
    } else {
      BytesColumn bytes = (BytesColumn) source;
      appendBytes(bytes.data(), bytes.offsets()[row], bytes.length(row));
    }
  }

  private void appendEntry(Dictionary dictionary, int id) {
    int length = dictionary.length(id);
    if (length > scratch.length) {
      scratch = new byte[length * 2];
    }
    dictionary.copy(id, scratch, 0);
    appendBytes(scratch, 0, length);
  }

  @Override
  public long retainedBytes() {
    return buffer.retainedBytes() + nulls.retainedBytes();
  }

  @Override
  public Column build() {
    Column column = buffer.toColumn(nulls.take(buffer.size()));
    buffer = BytesBuffer.like(buffer);
    return column;
  }
}
