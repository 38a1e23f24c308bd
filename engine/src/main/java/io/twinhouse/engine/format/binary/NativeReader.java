// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.type.DateTimeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a block a batch; the first block says which columns there are. */
final class NativeReader implements RowReader {

  private static final int MAX_COLUMNS = 1 << 16;
  private static final int MAX_ROWS = 1 << 24;

  private final BinaryReader in;
  private final Schema columns;
  private final long revision;
  private @Nullable Schema schema;
  private @Nullable Batch first;

  NativeReader(Schema columns, FormatSettings settings, InputStream data) {
    this.in = new BinaryReader(data);
    this.columns = columns;
    this.revision = NativeFormat.revision(settings);
  }

  @Override
  public Schema schema() {
    Schema known = schema;
    if (known == null) {
      first = block();
      known = schema == null ? columns : schema;
      schema = known;
    }
    return known;
  }

  @Override
  public @Nullable Batch next() {
    schema();
    Batch held = first;
    first = null;
    return held == null ? block() : held;
  }

  private @Nullable Batch block() {
    try {
      while (!in.atEnd()) {
        Batch batch = readBlock();
        if (batch.rows() > 0) {
          return batch;
        }
      }
      return null;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Batch readBlock() throws IOException {
    if (revision > 0) {
      skipBlockInfo();
    }
    int width = bounded(in.readVarUInt(), MAX_COLUMNS, "columns");
    int rows = bounded(in.readVarUInt(), MAX_ROWS, "rows");
    List<Field> fields = new ArrayList<>();
    List<Column> read = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      Field field = field();
      if (revision >= NativeFormat.SERIALIZATION_KIND && in.readByte() != 0) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "Native data hold a sparse column; send it in full");
      }
      NativeCodec codec = NativeCodec.of(field.type(), Documents.TYPED, revision);
      if (rows > 0) {
        codec.readPrefix(in);
        read.add(codec.read(in, rows));
      } else {
        read.add(ColumnBuilder.of(field.type()).build());
      }
      fields.add(field);
    }
    Schema block = new Schema(fields);
    if (schema != null && !block.names().equals(schema.names())) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA, "Blocks of Native data have different columns");
    }
    schema = block;
    return Batch.of(rows, read);
  }

  private Field field() throws IOException {
    String name = in.readText();
    String type = in.readText();
    int index = columns.indexOf(name);
    if (index < 0) {
      throw new TwinhouseException(
          ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
          "Unknown column with name '" + name + "' found while reading data in Native format");
    }
    Field field = columns.field(index);
    boolean same =
        field.type().name().equals(type)
            || (field.type() instanceof DateTimeType
                && type.startsWith("DateTime")
                && !type.startsWith("DateTime64"));
    if (!same) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Column " + name + " is " + field.type().name() + ", the data hold " + type);
    }
    return field;
  }

  /** Pairs of a field's number and its value up to number 0. */
  private void skipBlockInfo() throws IOException {
    for (long field = in.readVarUInt(); field != 0; field = in.readVarUInt()) {
      if (field == 1) {
        in.readByte();
      } else if (field == 2) {
        in.readFixed(4);
      } else {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Unknown field " + field + " before a block of Native data");
      }
    }
  }

  private static int bounded(long count, int most, String what) {
    if (count < 0 || count > most) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Suspiciously many " + what + " in Native format: " + Long.toUnsignedString(count));
    }
    return (int) count;
  }

  @Override
  public void close() {
    // the stream belongs to the caller
  }
}
