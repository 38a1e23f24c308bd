// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.util.List;

/**
 * One file of chunks of rows, which belong to any number of {@link SpilledRows}. Dictionaries that
 * rows refer to stay in memory, where they are the table's. One thread at a time.
 */
public final class SpillStore implements AutoCloseable {

  private final SpillSpace space;
  private final SpillFile file;
  private final List<Type> types;
  private final Reservation memory;
  private final ChunkEncoder encoder;
  private final DictionaryList dictionaries = new DictionaryList();
  private byte[] buffer = {};
  private long bytes;
  private boolean closed;

  SpillStore(SpillSpace space, SpillFile file, List<Type> types, MemoryContext context) {
    this.space = space;
    this.file = file;
    this.types = List.copyOf(types);
    memory = new Reservation(context);
    encoder = new ChunkEncoder(dictionaries, memory);
  }

  /** A new empty sequence of rows in this file. */
  public SpilledRows rows() {
    return new SpilledRows(this);
  }

  List<Type> types() {
    return types;
  }

  /** Writes rows as one chunk; returns where it is. */
  SpilledRows.Chunk write(Batch batch, int from, int count) {
    encoder.encode(batch, from, count);
    int length = encoder.length();
    space.take(length);
    long position = bytes;
    bytes += length;
    try {
      file.append(encoder.bytes(), length);
    } catch (IOException e) {
      throw SpillSpace.failed(ErrorCode.CANNOT_WRITE_TO_FILE_DESCRIPTOR, "write to", e);
    }
    return new SpilledRows.Chunk(position, length, count, encoder.decodedBytes());
  }

  /**
   * Reads a chunk back.
   *
   * @param target takes the batch's bytes in place of those it holds
   */
  Batch read(SpilledRows.Chunk chunk, Reservation target) {
    if (buffer.length < chunk.length()) {
      memory.grow(chunk.length() - buffer.length);
      buffer = new byte[chunk.length()];
    }
    target.resize(chunk.decodedBytes());
    try {
      file.read(chunk.position(), buffer, chunk.length());
    } catch (IOException e) {
      throw SpillSpace.failed(ErrorCode.CANNOT_READ_FROM_FILE_DESCRIPTOR, "read", e);
    }
    return new ChunkDecoder(buffer, dictionaries).decode(types.size(), chunk.rows());
  }

  /** Deletes the file and gives back the buffers; idempotent. */
  @Override
  public void close() {
    if (!closed) {
      delete();
      memory.close();
    }
  }

  /** Deletes the file; the buffers' memory is given back by whoever owns it. */
  void delete() {
    if (closed) {
      return;
    }
    closed = true;
    space.give(this, bytes);
    try {
      file.close();
    } catch (IOException e) {
      throw SpillSpace.failed(ErrorCode.CANNOT_CLOSE_FILE, "delete", e);
    }
  }
}
