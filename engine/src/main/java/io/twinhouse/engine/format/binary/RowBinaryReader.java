// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.BatchBuilder;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.HeaderFields;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class RowBinaryReader implements RowReader {

  private final BinaryReader in;
  private final int[] columnOfField;
  private final BinaryCodec[] codecs;

  /** For each field that the table has no column for, where its values go to be forgotten. */
  private final @Nullable ColumnBuilder[] passed;

  private List<String> types = List.of();
  private final BatchBuilder batch;
  private final boolean defaults;

  RowBinaryReader(
      RowBinaryFormat format, Schema columns, FormatSettings settings, InputStream data) {
    in = new BinaryReader(data, settings);
    try {
      columnOfField =
          format.names() ? readHeader(format, columns, settings) : HeaderFields.inOrder(columns);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Documents documents = Documents.read(settings);
    if (documents != Documents.TYPED) {
      ReceivedValues.requireUsualTypes(columns, settings.values()::get);
    }
    codecs = new BinaryCodec[columnOfField.length];
    passed = new ColumnBuilder[codecs.length];
    for (int i = 0; i < codecs.length; i++) {
      boolean skipped = columnOfField[i] == HeaderFields.SKIPPED;
      Type type = skipped ? TypeParser.parse(types.get(i)) : columns.type(columnOfField[i]);
      codecs[i] = BinaryCodec.of(type, documents);
      passed[i] = skipped ? ColumnBuilder.of(type) : null;
    }
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
        long before = in.passed();
        row();
        requireBytes(before);
        batch.endRow();
      }
      return batch.build();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Of rows without bytes there would be no last one. */
  private void requireBytes(long before) {
    if (in.passed() == before) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Rows without a byte are not supported in RowBinary");
    }
  }

  private void row() throws IOException {
    for (int i = 0; i < codecs.length; i++) {
      ColumnBuilder away = passed[i];
      if (away != null) {
        codecs[i].read(in, away);
        away.build();
      } else if (defaults && in.readByte() != 0) {
        batch.omit(columnOfField[i]);
      } else {
        codecs[i].read(in, batch.value(columnOfField[i]));
      }
    }
  }

  private int[] readHeader(RowBinaryFormat format, Schema columns, FormatSettings settings)
      throws IOException {
    List<String> names = readTexts(in.readLength());
    types = format.types() ? readTexts(names.size()) : List.of();
    if (names.isEmpty()) {
      // as the server has it: all columns follow, in their order
      return HeaderFields.inOrder(columns);
    }
    int[] targets = HeaderFields.named(names, columns, settings);
    boolean checked = format.types() && settings.flag("input_format_with_types_use_header", true);
    if (checked && types.size() != targets.length) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "The number of data types differs from the number of column names in input data");
    }
    for (int i = 0; i < targets.length; i++) {
      if (targets[i] != HeaderFields.SKIPPED) {
        if (checked) {
          requireType(columns.field(targets[i]), types.get(i));
        }
      } else if (!format.types()) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_SKIP_UNKNOWN_FIELD,
            "Cannot skip unknown field in RowBinary format, because its type is unknown");
      }
    }
    return targets;
  }

  private static void requireType(Field field, String told) {
    if (!told.equals(field.type().name())) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Type of '" + field.name() + "' must be " + field.type().name() + ", not " + told);
    }
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
