// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;
import org.jspecify.annotations.Nullable;

/** A stage over the rows of one other, with its partitions and its row of totals. */
public abstract class UnaryStage implements Stage {

  protected final Stage input;

  protected UnaryStage(Stage input) {
    this.input = input;
  }

  @Override
  public void prepare() {
    input.prepare();
  }

  @Override
  public int partitions() {
    return input.partitions();
  }

  @Override
  public @Nullable Batch totals() {
    return input.totals();
  }

  @Override
  public void close() {
    input.close();
  }
}
