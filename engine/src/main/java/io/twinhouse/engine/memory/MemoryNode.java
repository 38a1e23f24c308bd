// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.memory;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A node that changes only when every ancestor agreed, asked from the root down. The way down is a
 * loop over an array and no recursion: reservations stand in every buffer that grows, and a
 * compiler that inlines a recursion into each of them is long busy with nothing else.
 */
sealed class MemoryNode implements MemoryContext permits SteadyMemoryNode {

  /** From the root, or the steady node that stands for what is above it, down to this node. */
  private final MemoryNode[] path;

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
    this.path = pathBelow(parent);
    this.level = level;
    this.name = name;
    this.limitBytes = limitBytes;
  }

  private MemoryNode[] pathBelow(@Nullable MemoryNode parent) {
    int above = parent == null ? 0 : parent.path.length;
    MemoryNode[] nodes = new MemoryNode[above + 1];
    if (parent != null) {
      System.arraycopy(parent.path, 0, nodes, 0, above);
    }
    nodes[above] = this;
    return nodes;
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
  private void take(long bytes) {
    for (int i = 0; i < path.length; i++) {
      long held = path[i].add(bytes);
      if (held > path[i].limitBytes) {
        give(bytes, i);
        throw path[i].refusal(held, bytes);
      }
    }
  }

  /** Takes {@code bytes} from the first nodes of the path up to {@code last}. */
  private void give(long bytes, int last) {
    for (int i = last; i >= 0; i--) {
      path[i].subtract(bytes);
    }
  }

  /** Adds to this node alone; the bytes it holds then. */
  long add(long bytes) {
    return reserved.addAndGet(bytes);
  }

  /** Takes from this node alone. */
  void subtract(long bytes) {
    reserved.addAndGet(-bytes);
  }

  /** Peaks move only after every level agreed: a refused reservation never was. */
  private void raisePeaks() {
    for (MemoryNode node : path) {
      long held = node.reserved.get();
      if (held > node.peak.get()) {
        node.peak.accumulateAndGet(held, Math::max);
      }
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
    give(bytes, path.length - 1);
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
      give(reserved.get(), path.length - 1);
    }
  }
}
