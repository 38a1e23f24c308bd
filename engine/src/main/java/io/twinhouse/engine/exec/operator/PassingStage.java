// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.expression.EntryFacts;
import io.twinhouse.engine.memory.MemoryContext;
import org.jspecify.annotations.Nullable;

/** A stage that hands on the rows of another one and looks at them on the way. */
public abstract class PassingStage implements Stage {

  private final Stage stage;

  protected PassingStage(Stage stage) {
    this.stage = stage;
  }

  /** What looks at the rows of an opened partition. */
  protected abstract Operator watched(Operator operator);

  @Override
  public void prepare() {
    stage.prepare();
  }

  @Override
  public int partitions() {
    return stage.partitions();
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    return watched(stage.open(partition, memory));
  }

  @Override
  public @Nullable Batch totals() {
    return stage.totals();
  }

  @Override
  public void close() {
    stage.close();
  }

  /** An operator that hands on what another one knows of its rows. */
  protected abstract static class PassingOperator implements Operator {

    private final Operator operator;

    protected PassingOperator(Operator operator) {
      this.operator = operator;
    }

    /** The next batch of the other one. */
    protected final @Nullable Batch handedOn() {
      return operator.next();
    }

    @Override
    public final @Nullable EntryFacts facts() {
      return operator.facts();
    }

    @Override
    public final void close() {
      operator.close();
    }
  }
}
