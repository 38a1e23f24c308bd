// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.compression.SnappyBlock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** How a block is packed. */
enum BlockCodec {
  NONE("null"),
  DEFLATE("deflate"),
  SNAPPY("snappy"),
  ZSTANDARD("zstandard");

  /** What a block may become; those of writers are some kilobytes. */
  private static final int MOST_BYTES = 1 << 28;

  private static final int STEP = 1 << 16;

  private final String word;

  BlockCodec(String word) {
    this.word = word;
  }

  /** The format's name. */
  String word() {
    return word;
  }

  /**
   * By the format's name.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  static BlockCodec named(String word) {
    for (BlockCodec codec : values()) {
      if (codec.word.equals(word)) {
        return codec;
      }
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Avro blocks packed with " + word + " are not read; use snappy, zstandard or deflate");
  }

  /**
   * By the name in output_format_avro_codec.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  static BlockCodec ofSetting(String name) {
    return switch (name) {
      case "null" -> NONE;
      case "deflate" -> DEFLATE;
      case "", "snappy" -> SNAPPY;
      case "zstd" -> ZSTANDARD;
      default ->
          throw new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS, "Avro codec " + name + " is not available");
    };
  }

  byte[] pack(byte[] data, int length) throws IOException {
    return switch (this) {
      case NONE -> Arrays.copyOf(data, length);
      case SNAPPY -> {
        byte[] packed = SnappyBlock.encode(data, length);
        CRC32 check = new CRC32();
        check.update(data, 0, length);
        yield ByteBuffer.allocate(packed.length + Integer.BYTES)
            .put(packed)
            .putInt((int) check.getValue())
            .array();
      }
      case DEFLATE -> {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (OutputStream out = new DeflaterOutputStream(packed, deflater)) {
          out.write(data, 0, length);
        } finally {
          deflater.end();
        }
        yield packed.toByteArray();
      }
      case ZSTANDARD -> {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(packed)) {
          out.write(data, 0, length);
        }
        yield packed.toByteArray();
      }
    };
  }

  /**
   * @param reserve is told how many bytes are about to be held
   * @throws TwinhouseException INCORRECT_DATA
   */
  byte[] unpack(byte[] packed, LongConsumer reserve) {
    try {
      return switch (this) {
        case NONE -> packed;
        case SNAPPY -> unpackSnappy(packed, reserve);
        case DEFLATE -> {
          Inflater inflater = new Inflater(true);
          try (InputStream in =
              new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            yield readAll(in, reserve);
          } finally {
            inflater.end();
          }
        }
        case ZSTANDARD -> {
          try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(packed))) {
            yield readAll(in, reserve);
          }
        }
      };
    } catch (IOException garbled) {
      throw SchemaText.broken("a block cannot be unpacked: " + garbled.getMessage());
    }
  }

  private static byte[] unpackSnappy(byte[] packed, LongConsumer reserve) throws IOException {
    int end = packed.length - Integer.BYTES;
    long length = end < 1 ? -1 : SnappyBlock.lengthOf(packed, 0, end);
    // no byte of a block of Snappy stands for more than 64
    if (length < 0 || length > Math.min(MOST_BYTES, 64L * end)) {
      throw new IOException("its length is wrong");
    }
    reserve.accept(length);
    byte[] data = new byte[(int) length];
    if (SnappyBlock.decode(packed, 0, end, data) != data.length) {
      throw new IOException("it ends too early");
    }
    CRC32 check = new CRC32();
    check.update(data);
    if (ByteBuffer.wrap(packed).getInt(end) != (int) check.getValue()) {
      throw new IOException("its check sum is another one");
    }
    return data;
  }

  private static byte[] readAll(InputStream in, LongConsumer reserve) throws IOException {
    reserve.accept(STEP);
    byte[] data = new byte[STEP];
    int size = 0;
    while (true) {
      size += in.readNBytes(data, size, data.length - size);
      if (size < data.length) {
        return Arrays.copyOf(data, size);
      }
      if (size >= MOST_BYTES) {
        throw new IOException("it is larger than " + MOST_BYTES + " bytes");
      }
      reserve.accept(2L * size);
      data = Arrays.copyOf(data, 2 * size);
    }
  }
}
