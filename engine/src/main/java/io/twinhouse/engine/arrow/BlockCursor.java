// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;

/** Hands out a block's nodes and buffers, field by field, and minds that they are long enough. */
final class BlockCursor {

  private final Iterator<ArrowBlock.Node> nodes;
  private final Iterator<ByteBuffer> buffers;

  BlockCursor(ArrowBlock block) {
    nodes = block.nodes().iterator();
    buffers = block.buffers().iterator();
  }

  /** The next field's node, which must have at least {@code rows} rows. */
  ArrowBlock.Node node(long rows) {
    if (!nodes.hasNext()) {
      throw broken("has fewer fields than its schema");
    }
    ArrowBlock.Node node = nodes.next();
    if (node.rows() < rows || node.nulls() < 0 || node.nulls() > node.rows()) {
      throw broken("has a field of " + node.rows() + " rows where " + rows + " are needed");
    }
    return node;
  }

  /** The next buffer, which must have at least {@code bytes}. */
  ByteBuffer buffer(long bytes) {
    if (!buffers.hasNext()) {
      throw broken("has fewer buffers than its schema");
    }
    ByteBuffer buffer = buffers.next().order(ByteOrder.LITTLE_ENDIAN);
    if (buffer.limit() < bytes) {
      throw broken("has a buffer of " + buffer.limit() + " bytes where " + bytes + " are needed");
    }
    return buffer;
  }

  static TwinhouseException broken(String problem) {
    return new TwinhouseException(ErrorCode.INCORRECT_DATA, "A batch of Arrow data " + problem);
  }
}
