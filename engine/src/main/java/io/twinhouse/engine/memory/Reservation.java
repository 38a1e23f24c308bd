// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.memory;

/**
 * What one owner (a hash table, a scratch vector, a buffer) holds of a {@link MemoryContext}. The
 * owner states its new size before it allocates. Not thread-safe; the context behind it is.
 */
public final class Reservation implements AutoCloseable {

  private final MemoryContext context;
  private long held;

  public Reservation(MemoryContext context) {
    this.context = context;
  }

  /**
   * Reserves {@code bytes} more; throws MEMORY_LIMIT_EXCEEDED and keeps what it had. That it checks
   * what it is given also makes it too large to be inlined where it is seldom called: every buffer
   * has such a place, and the tree of memory in each of them took compilers most of their time.
   */
  public void grow(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("negative reservation " + bytes);
    }
    if (bytes > 0) {
      context.reserve(bytes);
      held += bytes;
    }
  }

  /** Gives back {@code bytes}. */
  public void shrink(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("negative release " + bytes);
    }
    if (bytes > 0) {
      context.release(bytes);
      held -= bytes;
    }
  }

  /** Reserves or gives back so that exactly {@code bytes} are held. */
  public void resize(long bytes) {
    if (bytes > held) {
      grow(bytes - held);
    } else if (bytes < held) {
      shrink(held - bytes);
    }
  }

  public long heldBytes() {
    return held;
  }

  public MemoryContext context() {
    return context;
  }

  /** Gives everything back; idempotent. */
  @Override
  public void close() {
    resize(0);
  }
}
