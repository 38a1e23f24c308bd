// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import io.twinhouse.engine.memory.MemoryContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A growing run of bytes that never copies itself to grow; each chunk is reserved first. */
final class ChunkedBytes extends OutputStream {
  private static final int CHUNK_BYTES = 1 << 18;

  private final MemoryContext memory;
  private final List<byte[]> chunks = new ArrayList<>();
  private int used = CHUNK_BYTES;

  ChunkedBytes(MemoryContext memory) {
    this.memory = memory;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    int done = 0;
    while (done < length) {
      if (used == CHUNK_BYTES) {
        memory.reserve(CHUNK_BYTES);
        chunks.add(new byte[CHUNK_BYTES]);
        used = 0;
      }
      int run = Math.min(length - done, CHUNK_BYTES - used);
      System.arraycopy(source, offset + done, chunks.get(chunks.size() - 1), used, run);
      used += run;
      done += run;
    }
  }

  /** Copies everything; may be called again. */
  void writeTo(OutputStream out) throws IOException {
    for (int i = 0; i < chunks.size(); i++) {
      out.write(chunks.get(i), 0, i == chunks.size() - 1 ? used : CHUNK_BYTES);
    }
  }

  /** Lets the chunks go; their reservation is the context's to give back. */
  void drop() {
    chunks.clear();
    used = CHUNK_BYTES;
  }
}
