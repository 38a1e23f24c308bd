// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.memory;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A node that asks its parent first and changes itself only when every ancestor agreed. */
sealed class MemoryNode implements MemoryContext permits SteadyMemoryNode {

  private final @Nullable MemoryNode parent;
  private final MemoryLevel level;
  private final String name;
  private volatile long limitBytes;
  private final AtomicLong reserved = new AtomicLong();
  private final AtomicLong peak = new AtomicLong();
  private volatile boolean closed;

  MemoryNode(@Nullable MemoryNode parent, MemoryLevel level, String name, long limitBytes) {
    if (limitBytes < 0) {
      throw new IllegalArgumentException("negative limit " + limitBytes);
    }
    this.parent = parent;
    this.level = level;
    this.name = name;
    this.limitBytes = limitBytes;
  }

  @Override
  public MemoryContext child(MemoryLevel childLevel, String childName, long childLimitBytes) {
    return new MemoryNode(this, childLevel, childName, childLimitBytes);
  }

  @Override
  public MemoryContext steadyChild(MemoryLevel childLevel, String childName) {
    return new SteadyMemoryNode(this, childLevel, childName);
  }

  @Override
  public void reserve(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("negative reservation " + bytes);
    }
    if (closed) {
      throw new IllegalStateException("memory of '" + name + "' is closed");
    }
    if (bytes > 0) {
      try {
        take(bytes);
      } catch (TwinhouseException e) {
        throw level == MemoryLevel.OPERATOR ? during(e) : e;
      }
      raisePeaks();
    }
  }

  private TwinhouseException during(TwinhouseException refusal) {
    return new TwinhouseException(
        ErrorCode.MEMORY_LIMIT_EXCEEDED,
        refusal.getMessage() + ": While executing " + name,
        refusal);
  }

  /** Adds from the root down, so that a refusal leaves nothing to undo below it. */
  void take(long bytes) {
    if (parent != null) {
      parent.take(bytes);
    }
    long held = reserved.addAndGet(bytes);
    if (held > limitBytes) {
      reserved.addAndGet(-bytes);
      if (parent != null) {
        parent.give(bytes);
      }
      throw refusal(held, bytes);
    }
  }

  /** Peaks move only after every level agreed: a refused reservation never was. */
  private void raisePeaks() {
    for (MemoryNode node = this; node != null; node = node.parent) {
      node.peak.accumulateAndGet(node.reserved.get(), Math::max);
    }
  }

  private TwinhouseException refusal(long wouldUse, long bytes) {
    return new TwinhouseException(
        ErrorCode.MEMORY_LIMIT_EXCEEDED,
        level.text()
            + " memory limit exceeded: would use "
            + ByteSize.text(wouldUse)
            + " (attempt to allocate chunk of "
            + ByteSize.text(bytes)
            + "), maximum: "
            + ByteSize.text(limitBytes));
  }

  @Override
  public void release(long bytes) {
    if (bytes < 0 || bytes > reserved.get()) {
      throw new IllegalStateException(
          "'" + name + "' releases " + bytes + " bytes of " + reserved.get() + " reserved");
    }
    give(bytes);
  }

  void give(long bytes) {
    reserved.addAndGet(-bytes);
    if (parent != null) {
      parent.give(bytes);
    }
  }

  @Override
  public long reservedBytes() {
    return reserved.get();
  }

  @Override
  public long peakBytes() {
    return peak.get();
  }

  @Override
  public long limitBytes() {
    return limitBytes;
  }

  @Override
  public void limit(long bytes) {
    limitBytes = bytes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public MemoryLevel level() {
    return level;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      give(reserved.get());
    }
  }
}
