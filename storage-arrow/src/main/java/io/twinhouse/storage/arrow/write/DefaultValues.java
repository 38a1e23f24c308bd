// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.fold.StoredTypes;
import io.twinhouse.storage.arrow.layout.RowFunction;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes the columns that an insert does not bring: NULL or the type's nothing, or the column's
 * expression over the row, other computed columns included. Bound once an insert, so that now() is
 * one moment. One thread.
 */
final class DefaultValues {

  private final TableLayout layout;
  private final ExpressionCompiler compiler;
  private final @Nullable Expression[] expressions;

  /**
   * @param given whether column i comes with the insert
   */
  DefaultValues(TableLayout layout, ExpressionCompiler compiler, boolean[] given) {
    this.layout = layout;
    this.compiler = compiler;
    this.expressions = new Expression[given.length];
    for (int c = 0; c < given.length; c++) {
      expressions[c] = given[c] ? null : bind(c);
    }
  }

  private @Nullable Expression bind(int index) {
    ColumnDefinition column = layout.columns().get(index);
    String text = column.expression();
    if (text == null || text.isEmpty()) {
      return layout.missing(index);
    }
    return compiler.compile(Quoting.cast(text, layout.type(index)), layout.schema());
  }

  /** The rows with every column; {@code columns} has null where one is to be computed. */
  Batch complete(@Nullable Column[] columns, int rows, MemoryContext memory) {
    for (int c = 0; c < columns.length; c++) {
      ensure(c, columns, rows, memory, new HashSet<>());
    }
    Column[] all = new Column[columns.length];
    for (int c = 0; c < columns.length; c++) {
      all[c] = orNothing(c, columns[c], rows, memory);
    }
    return Batch.of(rows, all);
  }

  private void ensure(
      int column, @Nullable Column[] columns, int rows, MemoryContext memory, Set<Integer> above) {
    Expression expression = expressions[column];
    if (columns[column] != null || expression == null) {
      return;
    }
    if (!above.add(column)) {
      throw new TwinhouseException(
          ErrorCode.CYCLIC_ALIASES,
          "The default of column " + layout.columns().get(column).name() + " refers to itself");
    }
    inputs(expression).forEach(input -> ensure(input, columns, rows, memory, above));
    above.remove(column);
    Column[] inputs = new Column[columns.length];
    for (int c = 0; c < columns.length; c++) {
      inputs[c] = orNothing(c, columns[c], rows, memory);
    }
    columns[column] = RowFunction.evaluate(expression, Batch.of(rows, inputs), memory);
  }

  private Column orNothing(int index, @Nullable Column column, int rows, MemoryContext memory) {
    if (column != null) {
      return column;
    }
    Type type = layout.type(index);
    ColumnBuilder builder = ColumnBuilder.of(type);
    if (type instanceof AggregateFunctionType state) {
      byte[] empty = StoredTypes.emptyState(state, memory);
      builder.appendBytes(empty, 0, empty.length);
    } else {
      builder.appendAbsent(type);
    }
    return ConstantColumn.of(builder.build(), rows).flatten();
  }

  private static Set<Integer> inputs(Expression expression) {
    Set<Integer> inputs = new HashSet<>();
    collect(expression, inputs);
    return inputs;
  }

  private static void collect(Expression expression, Set<Integer> inputs) {
    if (expression instanceof Expression.InputRef ref) {
      inputs.add(ref.index());
    } else if (expression instanceof Expression.Call call) {
      collect(call.arguments(), inputs);
    } else if (expression instanceof Expression.InSet set) {
      collect(set.keys(), inputs);
    } else if (expression instanceof Expression.Lambda lambda) {
      collect(lambda.captures(), inputs);
    }
  }

  private static void collect(List<Expression> expressions, Set<Integer> inputs) {
    expressions.forEach(e -> collect(e, inputs));
  }
}
