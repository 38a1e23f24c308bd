// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.binary.BinaryReader;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A file of objects: what it says of itself, then block after block. For one thread. */
final class ContainerInput {

  static final byte[] MAGIC = {'O', 'b', 'j', 1};
  static final int MARK = 16;

  private static final int MOST_HEADER_BYTES = 1 << 26;

  /** Of rows without a byte, which are NULL alone. */
  private static final int MOST_BARE_ROWS = 1 << 20;

  private final MemoryContext memory;
  private long held;
  private final BinaryReader in;
  private final AvroSchema schema;
  private final BlockCodec codec;
  private final byte[] mark;

  /**
   * Reads the header.
   *
   * @param memory where a block is reserved before it is read
   * @throws TwinhouseException INCORRECT_DATA
   */
  ContainerInput(InputStream data, MemoryContext memory) throws IOException {
    this.memory = memory;
    in = new BinaryReader(data);
    if (in.atEnd() || !Arrays.equals(in.readBytes(MAGIC.length), MAGIC)) {
      throw SchemaText.broken("they do not begin with the mark of a file");
    }
    Map<String, String> header = new HashMap<>();
    long described = 0;
    for (long count = number(); count != 0; count = number()) {
      if (count < 0) {
        number();
      }
      for (long i = 0; i < Math.abs(count); i++) {
        String name = text();
        String value = text();
        described += name.length() + value.length();
        if (described > MOST_HEADER_BYTES) {
          throw SchemaText.broken("its header is too long");
        }
        header.put(name, value);
      }
    }
    mark = in.readBytes(MARK);
    String text = header.get("avro.schema");
    if (text == null) {
      throw SchemaText.broken("the file has no schema");
    }
    schema = SchemaParser.parse(text);
    codec = BlockCodec.named(header.getOrDefault("avro.codec", "null"));
  }

  AvroSchema schema() {
    return schema;
  }

  /** Puts the next block under {@code block}; answers its rows, or -1 at the end of the file. */
  long next(BlockInput block) throws IOException {
    if (in.atEnd()) {
      return -1;
    }
    long rows = number();
    memory.release(held);
    held = 0;
    int length = length();
    reserve(length);
    byte[] packed = in.readBytes(length);
    if (!Arrays.equals(in.readBytes(MARK), mark)) {
      throw SchemaText.broken("a block does not end with the file's mark");
    }
    block.over(packed.length == 0 ? packed : codec.unpack(packed, this::reserve));
    if (rows < 0 || rows > Math.max(block.data().length, MOST_BARE_ROWS)) {
      throw SchemaText.broken("a block has " + rows + " rows");
    }
    return rows;
  }

  private void reserve(long bytes) {
    memory.reserve(bytes);
    held += bytes;
  }

  /** Gives back what is held. */
  void close() {
    memory.release(held);
    held = 0;
  }

  private long number() throws IOException {
    long value = in.readVarUInt();
    return (value >>> 1) ^ -(value & 1);
  }

  private int length() throws IOException {
    long length = number();
    if (length < 0 || length > Integer.MAX_VALUE - 64) {
      throw SchemaText.broken("a length is wrong");
    }
    return (int) length;
  }

  private String text() throws IOException {
    int length = length();
    if (length > MOST_HEADER_BYTES) {
      throw SchemaText.broken("its header is too long");
    }
    return new String(in.readBytes(length), StandardCharsets.UTF_8);
  }
}
