// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec.task;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What one operator of a query did, over all its partitions. Thread-safe. */
public final class OperatorFigure {

  private final String operator;
  private final int depth;
  private volatile boolean fixedRows;
  private volatile @Nullable Bound bound;
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

  /** States that the operator's state never holds more than this, however many rows it reads. */
  public void holdsAtMost(long bytes, long bytesPerRowYielded) {
    bound = new Bound(bytes, bytesPerRowYielded);
  }

  /** What the operator's state holds at most, if it yields so many rows; MAX_VALUE if unknown. */
  public long mostBytes(long yielded) {
    Bound known = bound;
    return known == null ? Long.MAX_VALUE : known.bytes + known.bytesPerRow * Math.max(1, yielded);
  }

  private record Bound(long bytes, long bytesPerRow) {}

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
