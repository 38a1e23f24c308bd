// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.MemoryContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one expression over batches. Constants are evaluated once, deterministic expressions of
 * one dictionary-encoded column once per dictionary entry where that is less work, the rest once
 * per row; {@code and}, {@code or}, {@code if} and {@code multiIf} evaluate what can fail or is
 * dear only for the rows that need it. For one thread; the expression itself may be shared.
 */
public interface ExpressionEvaluator extends AutoCloseable {

  /**
   * Prepares an expression without unresolved sub-queries.
   *
   * @param memory where scratch arrays and remembered results are reserved
   */
  static ExpressionEvaluator of(Expression expression, MemoryContext memory) {
    return of(expression, memory, null);
  }

  /**
   * Prepares an expression that learns from others over the same partition.
   *
   * @param facts what they have in common; null if there is nothing
   */
  static ExpressionEvaluator of(
      Expression expression, MemoryContext memory, @Nullable EntryFacts facts) {
    return ofAll(List.of(expression), memory, facts).get(0);
  }

  /** Prepares expressions over the same batches; what they have in common is evaluated once. */
  static List<ExpressionEvaluator> ofAll(
      List<Expression> expressions, MemoryContext memory, @Nullable EntryFacts facts) {
    EntryFacts known = facts == null ? new EntryFacts(memory) : facts;
    EntryFacts own = facts == null ? known : null;
    EvaluatorCompiler compiler = new EvaluatorCompiler(memory, known);
    return expressions.stream()
        .map(e -> (ExpressionEvaluator) new CompiledExpression(compiler.compile(e), own))
        .toList();
  }

  /**
   * One value a row. The column may be constant, dictionary-encoded or the input's own; it is valid
   * until the next call.
   */
  Column evaluate(Batch batch);

  /**
   * Rows for which the expression is neither 0 nor NULL.
   *
   * @param rows receives their numbers in ascending order; at least as long as the batch
   * @return how many
   */
  int select(Batch batch, int[] rows);

  /** Gives back all memory; idempotent. */
  @Override
  void close();
}
