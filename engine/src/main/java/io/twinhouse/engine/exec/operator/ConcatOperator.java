// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.operator;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import org.jspecify.annotations.Nullable;

/** All partitions of a prepared stage, one after the other. */
public final class ConcatOperator implements Operator {

  private final Stage input;
  private final MemoryContext parent;
  private @Nullable Operator current;
  private @Nullable MemoryContext memory;
  private int next;

  public ConcatOperator(Stage input, MemoryContext parent) {
    this.input = input;
    this.parent = parent;
  }

  @Override
  public @Nullable Batch next() {
    while (true) {
      if (current == null) {
        if (next >= input.partitions()) {
          return null;
        }
        memory = parent.child(MemoryLevel.OPERATOR, "partition " + next, MemoryContext.UNLIMITED);
        current = input.open(next++, memory);
      }
      Batch batch = current.next();
      if (batch != null) {
        return batch;
      }
      closeCurrent();
    }
  }

  private void closeCurrent() {
    if (current != null) {
      current.close();
      current = null;
    }
    if (memory != null) {
      memory.close();
      memory = null;
    }
  }

  @Override
  public void close() {
    next = Integer.MAX_VALUE;
    closeCurrent();
  }
}
