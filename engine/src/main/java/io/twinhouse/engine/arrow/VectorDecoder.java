// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns from the part of a block that belongs to one field: {@link #bind} takes that part,
 * then any run of its rows can be read. For one thread.
 */
abstract class VectorDecoder {

  private final Type type;
  private @Nullable ByteBuffer validity;

  VectorDecoder(Type type) {
    this.type = type;
  }

  /** What {@link #read} gives. */
  Type type() {
    return type;
  }

  /**
   * Takes the field's node and buffers, and those of its children.
   *
   * @param rows how many at least there must be
   */
  abstract void bind(BlockCursor block, int rows);

  /** A column of {@code count} rows from row {@code from} on. */
  abstract Column read(int from, int count);

  /**
   * For each row of the last column, whether it was NULL and holds a default in its place; null if
   * none was.
   */
  boolean @Nullable [] omitted() {
    return null;
  }

  /** Takes node and validity, which every field but a bare NULL has; returns the node's rows. */
  final int bindNode(BlockCursor block, int rows) {
    ArrowBlock.Node node = block.node(rows);
    ByteBuffer bits = block.buffer(node.nulls() == 0 ? 0 : (node.rows() + 7L) / 8);
    validity = node.nulls() == 0 ? null : bits;
    return node.rows();
  }

  final boolean @Nullable [] nulls(int from, int count) {
    ByteBuffer bits = validity;
    if (bits == null) {
      return null;
    }
    boolean[] nulls = new boolean[count];
    boolean any = false;
    for (int i = 0; i < count; i++) {
      nulls[i] = !isSet(bits, from + i);
      any |= nulls[i];
    }
    return any ? nulls : null;
  }

  static boolean isSet(ByteBuffer bits, int index) {
    return (bits.get(index >> 3) >> (index & 7) & 1) != 0;
  }
}
