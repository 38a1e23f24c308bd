// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch as Arrow lays them out: a node for every field, depth first, and the buffers
 * of each. Buffers lie on the heap, least significant byte first. For one thread.
 */
public final class ArrowBlock {

  /**
   * A field's share.
   *
   * @param rows of values, NULLs included
   */
  public record Node(int rows, int nulls) {}

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final int rows;
  private final List<Node> nodes = new ArrayList<>();
  private final List<ByteBuffer> buffers = new ArrayList<>();

  public ArrowBlock(int rows) {
    this.rows = rows;
  }

  public int rows() {
    return rows;
  }

  public List<Node> nodes() {
    return nodes;
  }

  /** Each from position 0 to its limit. */
  public List<ByteBuffer> buffers() {
    return buffers;
  }

  /** Bytes of all buffers. */
  public long bytes() {
    return buffers.stream().mapToLong(ByteBuffer::limit).sum();
  }

  /** Adds a field's node; its buffers follow. */
  public void add(Node node) {
    nodes.add(node);
  }

  /** Adds a buffer, taken as it is. */
  public void add(ByteBuffer buffer) {
    buffers.add(buffer.order(ByteOrder.LITTLE_ENDIAN));
  }

  /** Adds an empty buffer of this many bytes, to be filled by the caller. */
  ByteBuffer allocate(long bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes));
    add(buffer);
    return buffer;
  }

  /**
   * Adds a node with its validity: a bit a row, set where there is a value.
   *
   * @param nullable whether rows may be without a value; others have no bits
   */
  void addNode(boolean nullable, boolean @Nullable [] nulls, int from, int to) {
    if (!nullable) {
      add(new Node(to - from, 0));
      add(NOTHING.duplicate());
      return;
    }
    ByteBuffer bits = allocate((to - from + 7) / 8);
    int count = 0;
    for (int row = from; row < to; row++) {
      if (nulls != null && nulls[row]) {
        count++;
      } else {
        setBit(bits, row - from);
      }
    }
    add(new Node(to - from, count));
  }

  static void setBit(ByteBuffer bits, int index) {
    bits.put(index >> 3, (byte) (bits.get(index >> 3) | 1 << (index & 7)));
  }
}
