// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator.set;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.exec.operator.Operator;
import io.twinhouse.engine.exec.operator.Stage;
import io.twinhouse.engine.memory.MemoryContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The partitions of all inputs, one input after the other. */
public final class UnionStage implements Stage {

  private final List<Stage> inputs;

  public UnionStage(List<Stage> inputs) {
    this.inputs = List.copyOf(inputs);
  }

  @Override
  public void prepare() {
    inputs.forEach(Stage::prepare);
  }

  @Override
  public int partitions() {
    return inputs.stream().mapToInt(Stage::partitions).sum();
  }

  @Override
  public Operator open(int partition, MemoryContext memory) {
    int local = partition;
    for (Stage input : inputs) {
      if (local < input.partitions()) {
        return input.open(local, memory);
      }
      local -= input.partitions();
    }
    throw new IllegalArgumentException("no partition " + partition);
  }

  /** Those of the first input that has any. */
  @Override
  public @Nullable Batch totals() {
    for (Stage input : inputs) {
      Batch totals = input.totals();
      if (totals != null) {
        return totals;
      }
    }
    return null;
  }

  @Override
  public void close() {
    inputs.forEach(Stage::close);
  }
}
