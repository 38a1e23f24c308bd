// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.BatchBuilder;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.HeaderFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class RowBinaryReader implements RowReader {

  private final BinaryReader in;
  private final int[] columnOfField;
  private final BinaryCodec[] codecs;
  private final BatchBuilder batch;
  private final boolean defaults;

  RowBinaryReader(
      RowBinaryFormat format, Schema columns, FormatSettings settings, InputStream data) {
    in = new BinaryReader(data);
    try {
      columnOfField = format.names() ? readHeader(format, columns) : HeaderFields.inOrder(columns);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Documents documents = Documents.read(settings);
    codecs =
        Arrays.stream(columnOfField)
            .mapToObj(column -> BinaryCodec.of(columns.type(column), documents))
            .toArray(BinaryCodec[]::new);
    batch = new BatchBuilder(columns);
    defaults = format.defaults();
  }

  @Override
  public Schema schema() {
    return batch.schema();
  }

  @Override
  public boolean @Nullable [] omitted(int column) {
    return batch.omitted(column);
  }

  @Override
  public @Nullable Batch next() {
    batch.begin();
    try {
      while (!batch.isFull() && !in.atEnd()) {
        row();
        batch.endRow();
      }
      return batch.build();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void row() throws IOException {
    for (int i = 0; i < codecs.length; i++) {
      if (defaults && in.readByte() != 0) {
        batch.omit(columnOfField[i]);
      } else {
        codecs[i].read(in, batch.value(columnOfField[i]));
      }
    }
  }

  private int[] readHeader(RowBinaryFormat format, Schema columns) throws IOException {
    List<String> names = readTexts(in.readLength());
    int[] targets = HeaderFields.named(names, columns, false);
    List<String> types = format.types() ? readTexts(targets.length) : List.of();
    for (int i = 0; i < types.size(); i++) {
      Field field = columns.field(targets[i]);
      if (!types.get(i).equals(field.type().name())) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Type of '"
                + field.name()
                + "' must be "
                + field.type().name()
                + ", not "
                + types.get(i));
      }
    }
    return targets;
  }

  private List<String> readTexts(int count) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(in.readText());
    }
    return texts;
  }

  @Override
  public boolean handsOver() {
    return true;
  }

  @Override
  public void close() {
    // the stream belongs to the caller
  }
}
