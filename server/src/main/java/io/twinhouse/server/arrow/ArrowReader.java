// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import io.twinhouse.engine.arrow.ArrowBlock;
import io.twinhouse.engine.arrow.BlockDecoder;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.jspecify.annotations.Nullable;

/** Reads a block of the data at a time and gives it out in batches. */
final class ArrowReader implements RowReader {

  private static final int MAGIC_ROOM = 8;

  private final ArrowFormat format;
  private final MessageInput in;
  private final BlockDecoder decoder;
  private int next;
  private boolean ended;

  ArrowReader(ArrowFormat format, Schema columns, FormatSettings settings, MessageInput in) {
    this.format = format;
    this.in = in;
    decoder = new BlockDecoder(schemaOf(format, in), columns, settings);
  }

  /** What the data say of their columns, which they begin with. */
  static org.apache.arrow.vector.types.pojo.Schema schemaOf(ArrowFormat format, MessageInput in) {
    try {
      if (format.file()) {
        in.expect(Arrays.copyOf(ArrowWriter.MAGIC, MAGIC_ROOM), "the mark of an Arrow file");
      }
      return schemaOf(in.next());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (IndexOutOfBoundsException garbled) {
      throw garbled(garbled);
    }
  }

  /** Descriptions are read where they lie; one that points out of itself is found out late. */
  private static TwinhouseException garbled(RuntimeException cause) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA,
        "Error while reading Arrow data: the description of a message cannot be read",
        cause);
  }

  private static org.apache.arrow.vector.types.pojo.Schema schemaOf(@Nullable Message message) {
    if (message == null || message.headerType() != MessageHeader.Schema) {
      throw MessageInput.broken("they do not begin with a schema");
    }
    org.apache.arrow.flatbuf.Schema schema = new org.apache.arrow.flatbuf.Schema();
    message.header(schema);
    if (schema.endianness() != org.apache.arrow.flatbuf.Endianness.Little) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Arrow data with the most significant byte first");
    }
    try {
      return org.apache.arrow.vector.types.pojo.Schema.convertSchema(schema);
    } catch (RuntimeException garbled) {
      // The library minds nothing: what it throws depends on which of the bytes are wrong.
      throw garbled(garbled);
    }
  }

  @Override
  public Schema schema() {
    return decoder.schema();
  }

  @Override
  public @Nullable Batch next() {
    try {
      while (next >= decoder.rows()) {
        if (ended || !readBlock()) {
          return null;
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (IndexOutOfBoundsException garbled) {
      throw garbled(garbled);
    }
    int count = Math.min(Batch.ROWS, decoder.rows() - next);
    next += count;
    return decoder.read(next - count, count);
  }

  /** Goes on to the next batch of the data, over dictionaries before it. */
  private boolean readBlock() throws IOException {
    for (Message message = in.next(); message != null; message = in.next()) {
      if (message.headerType() == MessageHeader.RecordBatch) {
        RecordBatch batch = new RecordBatch();
        message.header(batch);
        decoder.bind(in.block(message, batch));
        next = 0;
        return true;
      }
      if (message.headerType() != MessageHeader.DictionaryBatch) {
        throw MessageInput.broken("a message is neither a batch nor a dictionary");
      }
      DictionaryBatch dictionary = new DictionaryBatch();
      message.header(dictionary);
      ArrowBlock values = in.block(message, dictionary.data());
      decoder.dictionary(dictionary.id(), values, dictionary.isDelta());
    }
    if (format.file()) {
      in.expectLast(ArrowWriter.MAGIC, "the end of an Arrow file");
    }
    ended = true;
    return false;
  }

  @Override
  public boolean @Nullable [] omitted(int column) {
    return decoder.omitted(column);
  }

  @Override
  public void close() {
    in.close();
  }
}
