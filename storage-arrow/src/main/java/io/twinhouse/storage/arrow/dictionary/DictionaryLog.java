// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.file.FileView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * The file {@code dictionary.log}: 8 bytes "THDICT01", then blocks. Block: i32 length of its body,
 * i32 CRC-32C of the body; body: i32 key length and UTF-8 key, i32 first id, i32 entries, for each
 * entry i32 length, for each i64 sipHash64, for each i64 cityHash64, then the entries' bytes. What
 * lies behind the length that the manifest states was never committed and is cut off.
 */
final class DictionaryLog {

  static final String FILE = "dictionary.log";
  private static final byte[] HEAD = "THDICT01".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BLOCK_BYTES = 32 << 20;

  /** As much of a block as tells its key, if that is not long. */
  private static final int HEAD_BYTES = 128;

  /** What a noted block takes in memory. */
  private static final int BLOCK_BYTES = 40;

  private final Directory directory;
  private final Reservation memory;
  private final Map<String, Integer> saved = new HashMap<>();
  private final Map<String, List<Block>> blocks = new HashMap<>();
  private long length;

  /** A block by the place of its head and the length of its body. */
  private record Block(long at, int size) {}

  DictionaryLog(Directory directory, Reservation memory) {
    this.directory = directory;
    this.memory = memory;
  }

  /**
   * Notes where blocks are among the first {@code validLength} bytes; entries are read when their
   * dictionary is asked for.
   */
  void index(long validLength) throws IOException {
    length = validLength;
    if (validLength == 0) {
      return;
    }
    try (FileView view = directory.open(FILE)) {
      if (view.size() < validLength) {
        throw new CorruptFileException(FILE, "it is shorter than the manifest says");
      }
      long at = HEAD.length;
      while (at < validLength) {
        at += indexBlock(view, at, validLength);
      }
    }
  }

  /** Notes one block; returns its length. */
  private long indexBlock(FileView view, long at, long validLength) throws IOException {
    long left = validLength - at;
    ByteBuffer head = buffer(view.bytes(at, (int) Math.min(left, HEAD_BYTES)));
    int size = left < 12 ? 0 : head.getInt(0);
    if (size < 12 || size > left - 8) {
      throw new CorruptFileException(FILE, "the block at " + at + " is cut off");
    }
    int nameLength = head.getInt(8);
    if (nameLength < 0 || nameLength > size - 12) {
      throw new CorruptFileException(FILE, "the block at " + at + " cannot be read");
    }
    if (20 + nameLength > head.limit()) {
      head = buffer(view.bytes(at, 20 + nameLength));
    }
    byte[] name = new byte[nameLength];
    head.get(12, name);
    String key = new String(name, StandardCharsets.UTF_8);
    int first = head.getInt(12 + nameLength);
    int count = head.getInt(16 + nameLength);
    if (first != saved.getOrDefault(key, 0) || count < 0) {
      throw new CorruptFileException(
          FILE, "the block at " + at + " does not follow its forerunner");
    }
    saved.put(key, first + count);
    memory.grow(BLOCK_BYTES);
    blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(new Block(at, size));
    return 8L + size;
  }

  /** The keys of dictionaries that were not loaded yet. */
  Set<String> unread() {
    return Set.copyOf(blocks.keySet());
  }

  /** Reads what the log has of a dictionary, once. */
  void load(StringDictionary dictionary) throws IOException {
    List<Block> own = blocks.get(dictionary.key());
    if (own == null) {
      return;
    }
    try (FileView view = directory.open(FILE)) {
      for (Block block : own) {
        int checksum = buffer(view.bytes(block.at(), 8)).getInt(4);
        byte[] body = view.bytes(block.at() + 8, block.size());
        if (checksum(body) != checksum) {
          throw new CorruptFileException(
              FILE, "the checksum of the block at " + block.at() + " differs");
        }
        restore(body, dictionary);
      }
    }
    blocks.remove(dictionary.key());
    memory.shrink((long) BLOCK_BYTES * own.size());
  }

  private static void restore(byte[] bytes, StringDictionary dictionary) {
    ByteBuffer body = buffer(bytes);
    body.position(4 + body.getInt(0) + 4);
    int count = body.getInt();
    int lengths = body.position();
    int sips = lengths + 4 * count;
    int cities = sips + 8 * count;
    int data = cities + 8 * count;
    for (int i = 0; i < count; i++) {
      int entry = body.getInt(lengths + 4 * i);
      dictionary.restore(
          bytes, data, entry, body.getLong(sips + 8 * i), body.getLong(cities + 8 * i));
      data += entry;
    }
  }

  /** Appends entries that are not in the log yet; returns its length. */
  long append(Collection<StringDictionary> dictionaries) throws IOException {
    if (!directory.isDurable() || dictionaries.stream().allMatch(d -> d.size() == savedOf(d))) {
      return length;
    }
    Map<String, Integer> nowSaved = new HashMap<>(saved);
    long newLength;
    try (FileOutput output = directory.append(FILE, length)) {
      if (length == 0) {
        output.write(HEAD, 0, HEAD.length);
      }
      for (StringDictionary dictionary : dictionaries) {
        int end = dictionary.size();
        for (int from = savedOf(dictionary); from < end; ) {
          from = writeBlock(output, dictionary, from, end);
        }
        nowSaved.put(dictionary.key(), end);
      }
      output.sync();
      newLength = output.position();
    }
    saved.putAll(nowSaved);
    length = newLength;
    return length;
  }

  private int savedOf(StringDictionary dictionary) {
    return saved.getOrDefault(dictionary.key(), 0);
  }

  private static int writeBlock(FileOutput output, StringDictionary dictionary, int from, int end)
      throws IOException {
    byte[] key = dictionary.key().getBytes(StandardCharsets.UTF_8);
    int to = from;
    long size = 12L + key.length;
    while (to < end && (to == from || size < MOST_BLOCK_BYTES)) {
      size += 20L + dictionary.length(to++);
    }
    byte[] bytes = new byte[Math.toIntExact(size)];
    ByteBuffer body = buffer(bytes);
    body.putInt(key.length).put(key).putInt(from).putInt(to - from);
    for (int id = from; id < to; id++) {
      body.putInt(dictionary.length(id));
    }
    for (int id = from; id < to; id++) {
      body.putLong(dictionary.sipHash64(id));
    }
    for (int id = from; id < to; id++) {
      body.putLong(dictionary.cityHash64(id));
    }
    int at = body.position();
    for (int id = from; id < to; id++) {
      at += dictionary.copy(id, bytes, at);
    }
    byte[] head = new byte[8];
    buffer(head).putInt(bytes.length).putInt(checksum(bytes));
    output.write(head, 0, head.length);
    output.write(bytes, 0, bytes.length);
    return to;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return (int) crc.getValue();
  }
}
