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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class RowBinaryReader implements RowReader {

  private final BinaryReader in;
  private final Schema schema;
  private final BinaryCodec[] codecs;
  private final BatchBuilder batch;
  private final boolean defaults;

  RowBinaryReader(
      RowBinaryFormat format, Schema columns, FormatSettings settings, InputStream data) {
    in = new BinaryReader(data);
    try {
      schema = format.names() ? readHeader(format, columns) : columns;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    codecs =
        schema.types().stream()
            .map(type -> BinaryCodec.of(type, settings))
            .toArray(BinaryCodec[]::new);
    batch = new BatchBuilder(schema);
    defaults = format.defaults();
  }

  @Override
  public Schema schema() {
    return schema;
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
        batch.omit(i);
      } else {
        codecs[i].read(in, batch.value(i));
      }
    }
  }

  private Schema readHeader(RowBinaryFormat format, Schema columns) throws IOException {
    int count = in.readLength();
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = in.readText();
      int index = columns.indexOf(name);
      if (index < 0) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Column '"
                + name
                + "' of the data is not among the columns to insert: "
                + String.join(", ", columns.names()));
      }
      fields.add(columns.field(index));
    }
    for (int i = 0; format.types() && i < count; i++) {
      String given = in.readText();
      Field field = fields.get(i);
      if (!given.equals(field.type().name())) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Type of '" + field.name() + "' must be " + field.type().name() + ", not " + given);
      }
    }
    return new Schema(fields);
  }

  @Override
  public void close() {
    // the stream belongs to the caller
  }
}
