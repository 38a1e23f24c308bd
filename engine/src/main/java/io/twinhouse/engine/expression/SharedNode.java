// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import org.jspecify.annotations.Nullable;

/** A step that several expressions contain; evaluated once per batch. */
final class SharedNode extends EvaluationNode {

  private final EvaluationNode node;
  private @Nullable Batch lastBatch;
  private @Nullable Column lastResult;

  SharedNode(EvaluationNode node) {
    this.node = node;
  }

  @Override
  Column evaluate(Batch batch) {
    Column result = lastResult;
    if (batch != lastBatch || result == null) {
      result = node.evaluate(batch);
      lastBatch = batch;
      lastResult = result;
    }
    return result;
  }

  @Override
  int select(Batch batch, int[] rows, int count) {
    return node.select(batch, rows, count);
  }

  @Override
  int selectAll(Batch batch, int[] rows) {
    return node.selectAll(batch, rows);
  }

  @Override
  boolean selectsSparsely() {
    return node.selectsSparsely();
  }

  @Override
  void close() {
    lastBatch = null;
    lastResult = null;
    node.close();
  }
}
