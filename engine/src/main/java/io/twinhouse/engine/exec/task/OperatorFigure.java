// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What one operator of a query did, over all its partitions. Thread-safe. */
public final class OperatorFigure {

  private final String operator;
  private final int depth;
  private volatile boolean fixedRows;
  private final LongAdder rows = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final List<MemoryContext> memories = new CopyOnWriteArrayList<>();

  OperatorFigure(String operator, int depth) {
    this.operator = operator;
    this.depth = depth;
  }

  /** A node for the operator's memory, counted among its figures. */
  public MemoryContext memory(MemoryContext parent) {
    MemoryContext node = parent.child(MemoryLevel.OPERATOR, operator, MemoryContext.UNLIMITED);
    memories.add(node);
    return node;
  }

  /** States that the operator yielded rows. */
  public void yielded(int count) {
    rows.add(count);
  }

  /**
   * States that what the operator holds is some bytes for each row it yields, whatever it reads.
   */
  public void holdsFixedRows() {
    fixedRows = true;
  }

  /** Whether the operator's memory grows with the rows that it yields. */
  public boolean isOfFixedRows() {
    return fixedRows;
  }

  void worked(long more) {
    nanos.add(more);
  }

  /** Time that threads worked for the operator itself, not for those below. */
  public long nanos() {
    return nanos.sum();
  }

  public String operator() {
    return operator;
  }

  /** Distance from the plan's root. */
  public int depth() {
    return depth;
  }

  public long rows() {
    return rows.sum();
  }

  /** The sum of the peaks of the operator's nodes, in bytes. */
  public long peakBytes() {
    return memories.stream().mapToLong(MemoryContext::peakBytes).sum();
  }
}
