// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;

/** Copies blocks into buffers of Arrow's own, outside the heap, and back. */
public final class VectorBuffers {

  private VectorBuffers() {}

  /**
   * A copy of a block, to be loaded into vectors.
   *
   * @return closed by the caller
   * @throws org.apache.arrow.memory.OutOfMemoryException when the allocator refuses; nothing is
   *     held then
   */
  public static ArrowRecordBatch toArrow(ArrowBlock block, BufferAllocator allocator) {
    List<ArrowFieldNode> nodes = new ArrayList<>();
    for (ArrowBlock.Node node : block.nodes()) {
      nodes.add(new ArrowFieldNode(node.rows(), node.nulls()));
    }
    List<ArrowBuf> buffers = new ArrayList<>();
    try {
      for (ByteBuffer source : block.buffers()) {
        ArrowBuf target = allocator.buffer(source.limit());
        buffers.add(target);
        target.setBytes(0, source.array(), source.arrayOffset(), source.limit());
        target.writerIndex(source.limit());
      }
      // The batch keeps the buffers by references of its own.
      return new ArrowRecordBatch(block.rows(), nodes, buffers);
    } finally {
      buffers.forEach(ArrowBuf::close);
    }
  }

  /** A copy of the rows of vectors. */
  public static ArrowBlock ofVectors(VectorSchemaRoot root) {
    ArrowBlock block = new ArrowBlock(root.getRowCount());
    try (ArrowRecordBatch batch = new VectorUnloader(root).getRecordBatch()) {
      for (ArrowFieldNode node : batch.getNodes()) {
        block.add(new ArrowBlock.Node(node.getLength(), node.getNullCount()));
      }
      for (ArrowBuf buffer : batch.getBuffers()) {
        byte[] bytes = new byte[Math.toIntExact(buffer.readableBytes())];
        buffer.getBytes(buffer.readerIndex(), bytes);
        block.add(ByteBuffer.wrap(bytes));
      }
    }
    return block;
  }
}
