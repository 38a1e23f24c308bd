// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.memory;

/** A node whose parent sees the most it ever held, until it is settled or closed. */
final class SteadyMemoryNode extends MemoryNode {

  private final MemoryNode parent;
  private long held;
  private long charged;
  private boolean settled;
  private boolean closed;

  SteadyMemoryNode(MemoryNode parent, MemoryLevel level, String name) {
    super(null, level, name, UNLIMITED);
    this.parent = parent;
  }

  @Override
  synchronized long add(long bytes) {
    long more = held + bytes - charged;
    if (more > 0) {
      parent.reserve(more);
      charged += more;
    }
    held += bytes;
    return super.add(bytes);
  }

  @Override
  synchronized void subtract(long bytes) {
    held -= bytes;
    super.subtract(bytes);
    if (settled) {
      parent.release(bytes);
      charged -= bytes;
    }
  }

  @Override
  public synchronized void settle() {
    parent.release(charged - held);
    charged = held;
    settled = true;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      settled = false;
      super.close();
      parent.release(charged);
      charged = 0;
    }
  }
}
