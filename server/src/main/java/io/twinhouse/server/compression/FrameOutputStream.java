// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/**
 * Writes ClickHouse's frames: 16 bytes of CityHash128 over what follows, method 0x82, compressed
 * size with this header of 9 bytes, raw size, LZ4 block. {@link #close()} does not close the stream
 * behind.
 */
public final class FrameOutputStream extends OutputStream {

  static final int METHOD_LZ4 = 0x82;
  static final int METHOD_NONE = 0x02;
  static final int METHOD_ZSTD = 0x90;
  static final int CHECKSUM_BYTES = 16;
  static final int HEADER_BYTES = 9;
  private static final int RAW_BYTES = 1 << 16;

  private final OutputStream out;
  private final LZ4Compressor compressor = LZ4Factory.safeInstance().fastCompressor();
  private final byte[] raw = new byte[RAW_BYTES];
  private final byte[] frame;
  private int size;

  public FrameOutputStream(OutputStream out) {
    this.out = out;
    this.frame =
        new byte[CHECKSUM_BYTES + HEADER_BYTES + compressor.maxCompressedLength(RAW_BYTES)];
  }

  @Override
  public void write(int value) throws IOException {
    if (size == raw.length) {
      writeFrame();
    }
    raw[size++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (size == raw.length) {
        writeFrame();
      }
      int count = Math.min(length - done, raw.length - size);
      System.arraycopy(source, offset + done, raw, size, count);
      size += count;
      done += count;
    }
  }

  /** Ends the frame, so that all bytes so far reach the reader. */
  @Override
  public void flush() throws IOException {
    writeFrame();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    writeFrame();
  }

  private void writeFrame() throws IOException {
    if (size == 0) {
      return;
    }
    int compressed =
        compressor.compress(raw, 0, size, frame, CHECKSUM_BYTES + HEADER_BYTES) + HEADER_BYTES;
    ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    header.put(CHECKSUM_BYTES, (byte) METHOD_LZ4);
    header.putInt(CHECKSUM_BYTES + 1, compressed);
    header.putInt(CHECKSUM_BYTES + 5, size);
    CityHash128 checksum = CityHash128.of(frame, CHECKSUM_BYTES, compressed);
    header.putLong(0, checksum.low());
    header.putLong(8, checksum.high());
    out.write(frame, 0, CHECKSUM_BYTES + compressed);
    size = 0;
  }
}
