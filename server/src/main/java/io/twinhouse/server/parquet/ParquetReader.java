// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.RowReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;

/** Reads row group by row group, the pages of each column that is wanted batch by batch. */
final class ParquetReader implements RowReader {

  private final ParquetFile file;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final Schema schema;
  private int nextGroup;
  private long left;

  ParquetReader(Schema wanted, FormatSettings settings, ParquetFile file) {
    this.file = file;
    try {
      schema = match(wanted, settings);
    } catch (RuntimeException refused) {
      file.close();
      throw refused;
    }
  }

  private Schema match(Schema wanted, FormatSettings settings) {
    boolean anyCase = settings.flag("input_format_parquet_case_insensitive_column_matching", false);
    AssemblerFactory factory =
        new AssemblerFactory(settings.flag("input_format_null_as_default", true));
    List<ParquetNode> nodes = ParquetNode.tree(file.schema());
    List<Field> found = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Field field = wanted.field(i);
      ParquetNode node = find(nodes, field.name(), anyCase);
      if (node != null) {
        Assembler values = factory.of(node, field.type());
        columns.add(new ParquetColumn(values, field.type(), settings.zone()));
        found.add(field);
      } else if (!settings.flag("input_format_parquet_allow_missing_columns", true)) {
        throw new TwinhouseException(
            ErrorCode.THERE_IS_NO_COLUMN,
            "Column '" + field.name() + "' is not presented in input data. Column name in schema");
      }
    }
    return new Schema(found);
  }

  private static @Nullable ParquetNode find(List<ParquetNode> nodes, String name, boolean anyCase) {
    for (ParquetNode node : nodes) {
      if (anyCase ? node.name().equalsIgnoreCase(name) : node.name().equals(name)) {
        return node;
      }
    }
    return null;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public boolean @Nullable [] omitted(int column) {
    return columns.get(column).omitted();
  }

  @Override
  public @Nullable Batch next() {
    try {
      while (left == 0) {
        if (nextGroup == file.rowGroups().size()) {
          return null;
        }
        open(file.rowGroups().get(nextGroup++));
      }
      int count = (int) Math.min(Batch.ROWS, left);
      left -= count;
      Column[] read = new Column[columns.size()];
      for (int i = 0; i < read.length; i++) {
        read[i] = columns.get(i).read(count);
      }
      return Batch.of(count, read);
    } catch (IndexOutOfBoundsException | ArithmeticException garbled) {
      // Lengths are measured before they are used; what is left are sums of spoilt ones.
      throw ParquetFile.broken("a page cannot be read: " + garbled.getMessage());
    }
  }

  private void open(RowGroup group) {
    left = group.getNum_rows();
    if (left < 0) {
      throw ParquetFile.broken("a row group has " + left + " rows");
    }
    for (ParquetColumn column : columns) {
      column.open(file, group);
    }
  }

  @Override
  public void close() {
    columns.forEach(ParquetColumn::close);
    file.close();
  }
}
