// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.collect;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.ValueWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** groupConcat: the texts of all values, or of the first so many, in a row. */
final class JoinedTexts implements GroupObject<JoinedTexts> {

  private static final int OBJECT_BYTES = 24;

  private final ValueWriter writer;
  private final byte[] delimiter;
  private final long most;
  private final Reservation memory;
  private final List<byte[]> texts = new ArrayList<>();

  JoinedTexts(ValueWriter writer, byte[] delimiter, long most, Reservation memory) {
    this.writer = writer;
    this.delimiter = delimiter;
    this.most = most;
    this.memory = memory;
  }

  @Override
  public void add(RowInput in, int row) {
    if (texts.size() < most) {
      TextOutput text = new TextOutput();
      writer.write(in.column(0), row, text);
      add(text.toBytes());
    }
  }

  private void add(byte[] text) {
    if (texts.size() < most) {
      memory.grow(OBJECT_BYTES + text.length);
      texts.add(text);
    }
  }

  @Override
  public void merge(JoinedTexts other) {
    other.texts.forEach(this::add);
  }

  @Override
  public void result(ColumnBuilder out) {
    TextOutput all = new TextOutput();
    boolean any = false;
    for (int i = 0; i < texts.size(); i++) {
      if (any) {
        all.put(delimiter, 0, delimiter.length);
      }
      // The server puts none behind empty texts that stand first.
      any |= texts.get(i).length > 0;
      all.put(texts.get(i), 0, texts.get(i).length);
    }
    byte[] bytes = all.toBytes();
    out.appendBytes(bytes, 0, bytes.length);
  }

  @Override
  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, texts.size());
    for (byte[] text : texts) {
      StateBytes.writeVarint(out, text.length);
      out.write(text, 0, text.length);
    }
  }

  @Override
  public void read(StateReader in) {
    int size = in.readCount(1);
    for (int i = 0; i < size; i++) {
      int length = in.readCount(1);
      int start = in.skip(length);
      add(Arrays.copyOfRange(in.data(), start, start + length));
    }
  }
}
