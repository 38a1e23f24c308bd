// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/**
 * A file as a whole, since its description stands at its end: the bytes, which are reserved before
 * they are read, and what the footer says of them.
 */
final class ParquetFile implements AutoCloseable {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ENCRYPTED = "PARE".getBytes(StandardCharsets.US_ASCII);
  private static final int END = 8;
  private static final int STEP = 1 << 20;

  private final byte[] data;
  private final int length;
  private final MemoryContext context;
  private final Reservation memory;
  private final FileMetaData footer;

  private ParquetFile(byte[] data, int length, MemoryContext context, Reservation memory) {
    this.context = context;
    this.data = data;
    this.length = length;
    this.memory = memory;
    this.footer = readFooter();
  }

  /**
   * Reads all of {@code in}.
   *
   * @param memory where the bytes are reserved until the file is closed
   * @throws TwinhouseException INCORRECT_DATA for what is no such file, MEMORY_LIMIT_EXCEEDED
   */
  static ParquetFile read(InputStream in, MemoryContext memory) {
    Reservation held = new Reservation(memory);
    try {
      held.resize(STEP);
      byte[] data = new byte[STEP];
      int length = 0;
      for (int count = in.read(data);
          count > 0;
          count = in.read(data, length, data.length - length)) {
        length += count;
        if (length == data.length) {
          if (length > Integer.MAX_VALUE / 2) {
            throw broken("a file of more than 1 GiB is not read from a stream");
          }
          held.grow(length);
          data = Arrays.copyOf(data, 2 * length);
        }
      }
      return new ParquetFile(data, length, memory, held);
    } catch (IOException failed) {
      held.close();
      throw new UncheckedIOException(failed);
    } catch (RuntimeException refused) {
      held.close();
      throw refused;
    }
  }

  private FileMetaData readFooter() {
    if (length < MAGIC.length + END) {
      throw broken("it has " + length + " bytes");
    }
    if (ends(ENCRYPTED)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Parquet files with an encrypted footer are not read");
    }
    if (!ends(MAGIC) || !Arrays.equals(data, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw broken("the mark PAR1 is missing at its beginning or end");
    }
    int size = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(length - END);
    if (size < 0 || size > length - MAGIC.length - END) {
      throw broken("its footer has the length " + size);
    }
    FileMetaData description = new FileMetaData();
    describe(description, length - END - size, size);
    return description;
  }

  private boolean ends(byte[] mark) {
    return Arrays.equals(data, length - mark.length, length, mark, 0, mark.length);
  }

  /**
   * Reads a description and answers how many bytes it has.
   *
   * @param most bytes that it may have, nor can a list in it have more elements
   */
  int describe(TBase<?, ?> into, int from, int most) {
    ByteArrayInputStream in = new ByteArrayInputStream(data, from, most);
    try {
      into.read(new TCompactProtocol(new TIOStreamTransport(in), most, most));
    } catch (TException | RuntimeException garbled) {
      // The generated code minds little: what it throws depends on which of the bytes are wrong.
      throw broken("a description cannot be read: " + garbled.getMessage());
    }
    return most - in.available();
  }

  byte[] data() {
    return data;
  }

  /** Bytes of the file in {@link #data()}. */
  int length() {
    return length;
  }

  List<SchemaElement> schema() {
    return footer.getSchema();
  }

  List<RowGroup> rowGroups() {
    return footer.getRow_groups();
  }

  /** The pages of one leaf in a row group. */
  ChunkPages pages(RowGroup group, ParquetNode leaf) {
    List<ColumnChunk> chunks = group.getColumns();
    int index = leaf.firstLeaf();
    if (index >= chunks.size() || chunks.get(index).getMeta_data() == null) {
      throw broken("a row group has no column " + index);
    }
    if (chunks.get(index).isSetFile_path()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Parquet columns that lie in another file are not read");
    }
    return new ChunkPages(this, chunks.get(index).getMeta_data(), leaf, new Reservation(context));
  }

  static TwinhouseException broken(String problem) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA, "Error while reading Parquet data: " + problem);
  }

  @Override
  public void close() {
    memory.close();
  }
}
