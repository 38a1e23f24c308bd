// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/** One column of the file as the table wants it. For one thread. */
final class ParquetColumn implements AutoCloseable {

  private final Assembler values;
  private final ColumnBuilder builder;
  private final Conversion conversion;
  private boolean @Nullable [] omitted;

  ParquetColumn(Assembler values, Type wanted, ZoneId zone) {
    this.values = values;
    Type given = values.type();
    Refusals.check(given.base(), wanted.base());
    builder = ColumnBuilder.of(given);
    conversion = given.equals(wanted) ? Conversion.NONE : Conversions.toCommon(given, wanted, zone);
  }

  void open(ParquetFile file, RowGroup group) {
    values.open(file, group);
  }

  /** The next {@code count} rows, at most those of a batch. */
  Column read(int count) {
    omitted = null;
    for (int row = 0; row < count; row++) {
      if (values.read(builder)) {
        if (omitted == null) {
          omitted = new boolean[Batch.ROWS];
        }
        omitted[row] = true;
      }
    }
    return conversion.convert(builder.build());
  }

  /** As {@link io.twinhouse.engine.format.RowReader#omitted} of the last batch. */
  boolean @Nullable [] omitted() {
    return omitted;
  }

  @Override
  public void close() {
    values.close();
  }
}
