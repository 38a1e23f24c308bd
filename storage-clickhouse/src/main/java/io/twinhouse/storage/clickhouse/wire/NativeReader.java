// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.wire;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.type.TypeParser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Native stream. At most one block is held, and one batch copied out of it when the block
 * is larger than a batch; both are reserved in the given memory context before they are allocated.
 * For one thread.
 */
public final class NativeReader implements AutoCloseable {
  /** For a stream of which nobody told how many rows it has; it cannot have totals. */
  public static final long UNKNOWN_ROWS = -1;

  private final WireReader in;
  private final MemoryContext memory;

  /**
   * The revision of the protocol to ask with: without one the server leaves the zone out of
   * DateTime; from 54454 on columns would say how they are serialized.
   */
  public static final int REVISION = 54_453;

  private final List<String> typeTexts = new ArrayList<>();
  private final List<Codec> codecs = new ArrayList<>();
  private @Nullable Schema schema;
  private @Nullable Batch block;
  private int blockPosition;
  private final long expectedRows;
  private long readRows;
  private @Nullable Batch totals;
  private long sliceBytes;
  private final boolean described;
  private boolean closed;

  /**
   * Nothing is read yet. The stream stays the caller's to close, and so does the context.
   *
   * @param expectedRows how many rows the server says it sent, totals and extremes not counted; or
   *     {@link #UNKNOWN_ROWS}
   */
  public NativeReader(InputStream stream, MemoryContext memory, long expectedRows) {
    this(stream, memory, expectedRows, 0);
  }

  /**
   * A stream that was asked for with a revision of the protocol.
   *
   * @param revision 0 for none, or {@link #REVISION}: blocks then begin with what they are
   */
  public NativeReader(InputStream stream, MemoryContext memory, long expectedRows, int revision) {
    this.expectedRows = expectedRows;
    this.described = revision > 0;
    this.in = new WireReader(stream, memory);
    this.memory = memory;
  }

  /**
   * Names and types, or null when the stream has no block at all: that is how the server answers an
   * empty result. Reads the first block when none was read yet.
   */
  public @Nullable Schema schema() throws IOException {
    if (schema == null && block == null) {
      block = readBlock();
    }
    return schema;
  }

  /**
   * The next rows, valid until the next call; null at the end.
   *
   * @throws IOException when the stream breaks or has fewer rows than the server sent
   */
  public @Nullable Batch next() throws IOException {
    memory.release(sliceBytes);
    sliceBytes = 0;
    while (block == null || blockPosition == block.rows()) {
      in.forgetBlock();
      blockPosition = 0;
      block = readBlock();
      if (block == null) {
        return end();
      }
    }
    if (blockPosition == 0) {
      if (readRows == expectedRows) {
        readTrailers(block);
        return end();
      }
      readRows += block.rows();
    }
    if (blockPosition == 0 && block.rows() <= Batch.ROWS) {
      blockPosition = block.rows();
      return block;
    }
    return slice(block);
  }

  /** An intermediary that lost the rest may still have ended the stream in good order. */
  private @Nullable Batch end() throws IOException {
    if (expectedRows != UNKNOWN_ROWS && readRows != expectedRows) {
      throw new EOFException("the answer has " + readRows + " of " + expectedRows + " rows");
    }
    return null;
  }

  /** After the rows come those of WITH TOTALS, one, and of the setting extremes, two. */
  private void readTrailers(Batch first) throws IOException {
    for (Batch trailer = first; trailer != null; trailer = readBlock()) {
      if (trailer.rows() > 2) {
        throw WireReader.corrupted("more rows than the " + expectedRows + " that were announced");
      }
      totals = trailer.rows() == 1 ? trailer : totals;
    }
    block = null;
  }

  /** The row of WITH TOTALS; null when there is none, or not all rows were read. */
  public @Nullable Batch totals() {
    return totals;
  }

  private Batch slice(Batch whole) {
    int count = Math.min(Batch.ROWS, whole.rows() - blockPosition);
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = blockPosition + i;
    }
    long bytes = 0;
    for (int c = 0; c < whole.width(); c++) {
      bytes += Slices.bytesOf(whole.column(c), rows, count);
    }
    memory.reserve(bytes);
    sliceBytes = bytes;
    blockPosition += count;
    return whole.gather(rows, count);
  }

  private @Nullable Batch readBlock() throws IOException {
    if (!in.hasMore()) {
      return null;
    }
    if (described) {
      skipBlockInfo();
    }
    int width = in.readSize();
    int rows = in.readSize();
    boolean first = schema == null;
    List<Field> fields = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      String name = in.readText();
      String type = in.readText();
      if (first) {
        Field field = new Field(name, TypeParser.parse(type));
        fields.add(field);
        typeTexts.add(type);
        codecs.add(Codec.of(field.type()));
      } else if (width != typeTexts.size() || !typeTexts.get(i).equals(type)) {
        throw WireReader.corrupted("a block of other columns than the first");
      }
      columns.add(readColumn(codecs.get(i), rows));
    }
    if (first) {
      schema = new Schema(fields);
    }
    return Batch.of(rows, columns);
  }

  /** Pairs of a field's number and its value, up to number 0. */
  private void skipBlockInfo() throws IOException {
    for (int field = in.readSize(); field != 0; field = in.readSize()) {
      int bytes = field == 1 ? 1 : field == 2 ? Integer.BYTES : -1;
      if (bytes < 0) {
        throw WireReader.corrupted("field " + field + " before a block");
      }
      for (int i = 0; i < bytes; i++) {
        in.readByte();
      }
    }
  }

  private Column readColumn(Codec codec, int rows) throws IOException {
    if (rows > 0) {
      codec.readPrefix(in);
    }
    return codec.read(in, rows, null);
  }

  /** Gives all memory back. Idempotent. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      block = null;
      memory.release(sliceBytes);
      in.close();
    }
  }
}
