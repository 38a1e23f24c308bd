// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/** Reads ClickHouse's frames, LZ4 or plain, each only after its checksum was found right. */
public final class FrameInputStream extends InputStream {

  private static final int MAX_FRAME = 1 << 27;

  private final InputStream in;
  private byte[] raw = new byte[0];
  private int position;

  /** LZ4 makes at most this of one byte. */
  private static final long MOST_FOLDED = 255;

  /** What a Zstandard frame says of its size that was written before that was known. */
  private static final long UNKNOWN = -1;

  public FrameInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == raw.length) {
      if (!readFrame()) {
        return -1;
      }
    }
    int count = Math.min(length, raw.length - position);
    System.arraycopy(raw, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean readFrame() throws IOException {
    int start = FrameOutputStream.CHECKSUM_BYTES + FrameOutputStream.HEADER_BYTES;
    byte[] head = in.readNBytes(start);
    if (head.length == 0) {
      return false;
    }
    requireAll(head.length, start);
    ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int method = head[FrameOutputStream.CHECKSUM_BYTES] & 0xff;
    int compressed = header.getInt(FrameOutputStream.CHECKSUM_BYTES + 1);
    int size = header.getInt(FrameOutputStream.CHECKSUM_BYTES + 5);
    requireKnown(method);
    if (compressed < FrameOutputStream.HEADER_BYTES
        || compressed > MAX_FRAME
        || size < 0
        || size > MAX_FRAME) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_SIZE_COMPRESSED,
          "Too large size_compressed: "
              + Integer.toUnsignedString(compressed)
              + ". Most likely corrupted data.");
    }
    int body = compressed - FrameOutputStream.HEADER_BYTES;
    // memory for what came, not for what the header announces
    byte[] rest = in.readNBytes(body);
    requireAll(start + rest.length, start + body);
    require(
        method == FrameOutputStream.METHOD_ZSTD || size <= MOST_FOLDED * (body + 1L),
        "a frame of more bytes than its data can hold");
    byte[] frame = new byte[compressed];
    System.arraycopy(
        head, FrameOutputStream.CHECKSUM_BYTES, frame, 0, FrameOutputStream.HEADER_BYTES);
    System.arraycopy(rest, 0, frame, FrameOutputStream.HEADER_BYTES, body);
    CityHash128 checksum = CityHash128.of(frame, 0, compressed);
    if (checksum.low() != header.getLong(0) || checksum.high() != header.getLong(8)) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_DECOMPRESS,
          "Checksum doesn't match: corrupted data. Size of compressed block: " + compressed);
    }
    raw = decompressed(frame, method, size);
    position = 0;
    return true;
  }

  private static byte[] decompressed(byte[] frame, int method, int size) {
    int from = FrameOutputStream.HEADER_BYTES;
    if (method == FrameOutputStream.METHOD_ZSTD) {
      return ofZstd(frame, from, size);
    }
    byte[] bytes = new byte[size];
    if (method == FrameOutputStream.METHOD_NONE) {
      require(frame.length - from == size, "a plain frame of another size than it says");
      System.arraycopy(frame, from, bytes, 0, size);
      return bytes;
    }
    try {
      int written =
          LZ4Factory.safeInstance()
              .safeDecompressor()
              .decompress(frame, from, frame.length - from, bytes, 0, size);
      require(written == size, "a compressed frame of another size than it says");
      return bytes;
    } catch (LZ4Exception broken) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_DECOMPRESS, "Cannot decompress LZ4-encoded data", broken);
    }
  }

  /** Zstandard folds without a limit, and a frame's word on its size is the sender's. */
  private static byte[] ofZstd(byte[] frame, int from, int size) {
    long announced = Zstd.getFrameContentSize(frame, from, frame.length - from);
    require(announced == size || announced == UNKNOWN, "a frame of another size than it says");
    InputStream body = new ByteArrayInputStream(frame, from, frame.length - from);
    try (InputStream unfolded = new ZstdInputStream(body)) {
      byte[] bytes = unfolded.readNBytes(size); // room grows with what is there
      require(
          bytes.length == size && unfolded.read() < 0,
          "a compressed frame of another size than it says");
      return bytes;
    } catch (IOException broken) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_DECOMPRESS, "Cannot decompress ZSTD-encoded data", broken);
    }
  }

  private static void requireAll(int read, int expected) {
    if (read != expected) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_READ_ALL_DATA,
          "Cannot read all data. Bytes read: " + read + ". Bytes expected: " + expected + ".");
    }
  }

  private static void requireKnown(int method) {
    if (method != FrameOutputStream.METHOD_LZ4
        && method != FrameOutputStream.METHOD_ZSTD
        && method != FrameOutputStream.METHOD_NONE) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_CODEC,
          "Unknown codec family code: " + method + "; send LZ4 (130), ZSTD (144) or none (2)");
    }
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new TwinhouseException(ErrorCode.CANNOT_DECOMPRESS, "Cannot decompress: " + problem);
    }
  }
}
