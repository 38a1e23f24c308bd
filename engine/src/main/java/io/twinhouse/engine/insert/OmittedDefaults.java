// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.Quoting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Puts a column's DEFAULT where single rows of the data left the column out. */
public final class OmittedDefaults {

  private final Schema schema;
  private final ExpressionCompiler compiler;
  private final Map<String, String> expressions = new HashMap<>();

  /**
   * @param schema of the data's batches
   * @param compiler binds DEFAULT expressions over that schema
   */
  public OmittedDefaults(TableDefinition definition, Schema schema, ExpressionCompiler compiler) {
    this.schema = schema;
    this.compiler = compiler;
    for (ColumnDefinition column : definition.columns()) {
      if (column.kind() == ColumnDefinition.Kind.DEFAULT && column.expression() != null) {
        expressions.put(column.name(), column.expression());
      }
    }
  }

  /** The batch with defaults filled in; itself when nothing was left out. */
  public Batch fill(Batch batch, RowReader reader, MemoryContext memory) {
    Column[] columns = null;
    for (int i = 0; i < schema.size(); i++) {
      boolean[] omitted = reader.omitted(i);
      String expression = expressions.get(schema.field(i).name());
      if (omitted != null && expression != null) {
        columns = columns == null ? columnsOf(batch) : columns;
        columns[i] = merge(batch, i, omitted, expression, memory);
      }
    }
    return columns == null ? batch : Batch.of(batch.rows(), columns);
  }

  private static Column[] columnsOf(Batch batch) {
    Column[] columns = new Column[batch.width()];
    Arrays.setAll(columns, batch::column);
    return columns;
  }

  private Column merge(
      Batch batch, int index, boolean[] omitted, String expression, MemoryContext memory) {
    String cast = Quoting.cast(expression, schema.type(index));
    try (ExpressionEvaluator evaluator =
        ExpressionEvaluator.of(compiler.compile(cast, schema), memory)) {
      Column defaults = evaluator.evaluate(batch);
      Column given = batch.column(index);
      ColumnBuilder merged = ColumnBuilder.of(schema.type(index));
      for (int row = 0; row < batch.rows(); row++) {
        merged.append(omitted[row] ? defaults : given, row);
      }
      return merged.build();
    }
  }
}
