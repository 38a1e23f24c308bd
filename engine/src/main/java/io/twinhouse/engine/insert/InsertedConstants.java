// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.insert;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.expression.ExpressionEvaluator;
import io.twinhouse.engine.format.ConstantReader;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Expressions among the values of an INSERT: cast to their column, NULL to its default. */
public final class InsertedConstants implements ConstantReader {

  private static final Schema NOTHING = new Schema(List.of());

  private final ExpressionCompiler compiler;
  private final MemoryContext memory;

  public InsertedConstants(ExpressionCompiler compiler, MemoryContext memory) {
    this.compiler = compiler;
    this.memory = memory;
  }

  @Override
  public Column read(String expression, Type type) {
    if (type.base() instanceof DateTime64Type && isWhole(expression)) {
      // ticks, where CAST would take seconds
      return evaluate(Quoting.cast(expression, IntegerType.INT64));
    }
    boolean mayBeNull = !type.isNullable() && type.canBeNullable();
    Column value = evaluate(Quoting.cast(expression, mayBeNull ? type.toNullable() : type));
    if (mayBeNull && value.isNull(0) && !evaluate(expression).isNull(0)) {
      // text without a byte is NULL to a type that has it alone
      return evaluate(Quoting.cast(expression, type));
    }
    if (!mayBeNull || value.isNull(0)) {
      return value.isNull(0) && !type.isNullable() ? nothing(type) : value;
    }
    return type instanceof LowCardinalityType ? evaluate(Quoting.cast(expression, type)) : value;
  }

  private boolean isWhole(String expression) {
    return compiler.compile(expression, NOTHING).type().base() instanceof IntegerType;
  }

  private static Column nothing(Type type) {
    ColumnBuilder builder = ColumnBuilder.of(type);
    builder.appendDefault();
    return builder.build();
  }

  private Column evaluate(String expression) {
    try (ExpressionEvaluator evaluator =
        ExpressionEvaluator.of(compiler.compile(expression, NOTHING), memory)) {
      return evaluator.evaluate(Batch.of(1)).flatten();
    }
  }
}
