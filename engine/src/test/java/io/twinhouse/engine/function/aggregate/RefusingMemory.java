// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;

/** A memory that refuses one reservation, chosen by its number. */
final class RefusingMemory implements MemoryContext {

  private final MemoryContext root = MemoryContext.root("test", MemoryContext.UNLIMITED);
  private int left;

  RefusingMemory(int refused) {
    left = refused;
  }

  @Override
  public void reserve(long bytes) {
    if (left-- == 0) {
      throw new TwinhouseException(ErrorCode.MEMORY_LIMIT_EXCEEDED, "refused");
    }
    root.reserve(bytes);
  }

  @Override
  public MemoryContext child(MemoryLevel level, String name, long limitBytes) {
    return root.child(level, name, limitBytes);
  }

  @Override
  public MemoryContext steadyChild(MemoryLevel level, String name) {
    return root.steadyChild(level, name);
  }

  @Override
  public void release(long bytes) {
    root.release(bytes);
  }

  @Override
  public long reservedBytes() {
    return root.reservedBytes();
  }

  @Override
  public long peakBytes() {
    return root.peakBytes();
  }

  @Override
  public long limitBytes() {
    return root.limitBytes();
  }

  @Override
  public void limit(long bytes) {
    root.limit(bytes);
  }

  @Override
  public String name() {
    return root.name();
  }

  @Override
  public MemoryLevel level() {
    return root.level();
  }

  @Override
  public void close() {
    root.close();
  }
}
