// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.BatchBuilder;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file block by block; fields that are no columns are passed. */
final class AvroReader implements RowReader {

  private record Step(AvroSchema schema, int column, @Nullable FieldReader reader) {}

  private final ContainerInput file;
  private final BlockInput block = new BlockInput();
  private final BatchBuilder batch;
  private final List<Step> steps = new ArrayList<>();
  private long left;

  AvroReader(Schema columns, FormatSettings settings, InputStream data, MemoryContext memory) {
    try {
      file = new ContainerInput(data, memory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    batch = new BatchBuilder(columns);
    AvroSchema root = file.schema();
    for (String name : columns.names()) {
      if (!root.names().contains(name)
          && !settings.flag("input_format_avro_allow_missing_fields", false)) {
        throw new TwinhouseException(
            ErrorCode.THERE_IS_NO_COLUMN, "Field " + name + " not found in Avro schema");
      }
    }
    for (int i = 0; i < root.parts().size(); i++) {
      AvroSchema part = root.parts().get(i);
      int column = columns.indexOf(root.names().get(i));
      FieldReader reader = column < 0 ? null : FieldReaders.of(part, columns.type(column));
      steps.add(new Step(part, column, reader));
    }
  }

  @Override
  public Schema schema() {
    return batch.schema();
  }

  @Override
  public @Nullable Batch next() {
    batch.begin();
    try {
      while (!batch.isFull()) {
        while (left == 0) {
          left = file.next(block);
        }
        if (left < 0) {
          break;
        }
        row();
        left--;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return batch.build();
  }

  private void row() {
    for (Step step : steps) {
      FieldReader reader = step.reader();
      if (reader == null) {
        FieldReaders.skip(step.schema(), block, 0);
      } else {
        reader.read(block, batch.value(step.column()));
      }
    }
    batch.endRow();
  }

  @Override
  public boolean @Nullable [] omitted(int column) {
    return batch.omitted(column);
  }

  @Override
  public boolean handsOver() {
    return true;
  }

  @Override
  public void close() {
    file.close();
  }
}
