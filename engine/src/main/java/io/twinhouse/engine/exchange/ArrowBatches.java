// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exchange;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.arrow.ArrowOptions;
import io.twinhouse.engine.arrow.BlockEncoder;
import io.twinhouse.engine.arrow.VectorBuffers;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.format.FormatSettings;
import java.io.IOException;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * An answer as Arrow batches, with the types that ClickHouse's own format ArrowStream has. It is a
 * reader as Arrow's libraries know it, so that whatever takes one (a file or stream writer, the C
 * stream interface, another engine) takes an answer. One batch of vectors is held at a time: the
 * reader's root is filled anew by each {@link #loadNextBatch}.
 *
 * <p>The root belongs to the reader and the allocator to the caller; closing the reader frees the
 * vectors and closes the answer, after which the allocator can be closed. For one thread.
 *
 * <pre>{@code
 * try (BufferAllocator allocator = new RootAllocator();
 *     ArrowBatches visits =
 *         ArrowBatches.of(engine.query("SELECT day, count() AS n FROM visits GROUP BY day"), allocator)) {
 *   VectorSchemaRoot root = visits.getVectorSchemaRoot();
 *   while (visits.loadNextBatch()) {
 *     UInt8Vector n = (UInt8Vector) root.getVector("n");
 *     for (int row = 0; row < root.getRowCount(); row++) {
 *       total += n.get(row);
 *     }
 *   }
 * }
 * }</pre>
 */
public final class ArrowBatches extends ArrowReader {

  private final QueryResult result;
  private final BlockEncoder encoder;
  private final BufferAllocator vectors;
  private long read;

  private ArrowBatches(QueryResult result, BlockEncoder encoder, BufferAllocator allocator) {
    super(allocator);
    this.result = result;
    this.encoder = encoder;
    this.vectors = allocator;
  }

  /**
   * The rows of an answer that are left.
   *
   * @param result closed with the reader, or at once when this throws
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for a type without a form
   *     in Arrow
   */
  public static ArrowBatches of(QueryResult result, BufferAllocator allocator) {
    try {
      FormatSettings settings = new FormatSettings(result.settings().changed());
      BlockEncoder encoder =
          new BlockEncoder(result.schema(), ArrowOptions.of(settings), settings.zone());
      return new ArrowBatches(result, encoder, allocator);
    } catch (RuntimeException refused) {
      result.close();
      throw refused;
    }
  }

  /** Goes on to the next batch; false at the end. Batches without rows are passed over. */
  @Override
  public boolean loadNextBatch() throws IOException {
    prepareLoadNextBatch();
    for (Batch batch = result.next(); batch != null; batch = result.next()) {
      if (batch.rows() > 0) {
        ArrowRecordBatch record = VectorBuffers.toArrow(encoder.encode(batch), vectors);
        read += record.computeBodyLength();
        loadRecordBatch(record);
        return true;
      }
    }
    return false;
  }

  /** Bytes of all batches so far. */
  @Override
  public long bytesRead() {
    return read;
  }

  @Override
  protected void closeReadSource() {
    result.close();
  }

  @Override
  protected Schema readSchema() {
    return encoder.schema();
  }
}
