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
import org.jspecify.annotations.Nullable;

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
  private final Map<String, Integer> journalled = new HashMap<>();
  private final Map<String, List<Block>> blocks = new HashMap<>();
  private long length;

  /** A block by the place of its head and the length of its body, or as it came from elsewhere. */
  private record Block(long at, int size, byte @Nullable [] body) {}

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
    note(key, first, count, new Block(at, size, null));
    return 8L + size;
  }

  private void note(String key, int first, int count, Block block) throws CorruptFileException {
    if (first != saved.getOrDefault(key, 0) || count < 0) {
      throw new CorruptFileException(
          FILE, "the block at " + block.at() + " does not follow its forerunner");
    }
    saved.put(key, first + count);
    memory.grow(BLOCK_BYTES);
    blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(block);
  }

  private void noteBody(byte[] body, Block block) throws CorruptFileException {
    ByteBuffer fields = buffer(body);
    byte[] name = new byte[fields.getInt()];
    fields.get(name);
    note(new String(name, StandardCharsets.UTF_8), fields.getInt(), fields.getInt(), block);
  }

  /** Takes over blocks from the journal without writing them. */
  void borrow(List<byte[]> bodies) throws CorruptFileException {
    for (byte[] body : bodies) {
      noteBody(body, new Block(length, body.length, body));
    }
  }

  /** Appends blocks from the journal as they are. */
  void adopt(List<byte[]> bodies) throws IOException {
    if (bodies.isEmpty()) {
      return;
    }
    try (FileOutput output = directory.append(FILE, length)) {
      begin(output);
      for (byte[] body : bodies) {
        noteBody(body, new Block(output.position(), body.length, null));
        write(output, body);
      }
      output.sync();
      length = output.position();
    }
  }

  private void begin(FileOutput output) throws IOException {
    if (length == 0) {
      output.write(HEAD, 0, HEAD.length);
    }
  }

  /** The keys of dictionaries that were not loaded yet. */
  Set<String> unread() {
    return Set.copyOf(blocks.keySet());
  }

  /** Reads what the log has of a dictionary, once. */
  void load(String key, DictionaryEntries target) throws IOException {
    List<Block> own = blocks.get(key);
    if (own == null) {
      return;
    }
    if (own.stream().anyMatch(block -> block.body() == null)) {
      try (FileView view = directory.open(FILE)) {
        for (Block block : own) {
          if (block.body() == null) {
            restore(body(view, block), target);
          }
        }
      }
    }
    for (Block block : own) {
      byte[] body = block.body();
      if (body != null) {
        restore(body, target);
      }
    }
    blocks.remove(key);
    memory.shrink((long) BLOCK_BYTES * own.size());
  }

  private static byte[] body(FileView view, Block block) throws IOException {
    int checksum = buffer(view.bytes(block.at(), 8)).getInt(4);
    byte[] body = view.bytes(block.at() + 8, block.size());
    if (checksum(body) != checksum) {
      throw new CorruptFileException(
          FILE, "the checksum of the block at " + block.at() + " differs");
    }
    return body;
  }

  private static void restore(byte[] bytes, DictionaryEntries target) {
    ByteBuffer body = buffer(bytes);
    body.position(4 + body.getInt(0) + 4);
    int count = body.getInt();
    int lengths = body.position();
    int sips = lengths + 4 * count;
    int cities = sips + 8 * count;
    int data = cities + 8 * count;
    for (int i = 0; i < count; i++) {
      int entry = body.getInt(lengths + 4 * i);
      target.append(bytes, data, entry, body.getLong(sips + 8 * i), body.getLong(cities + 8 * i));
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
      begin(output);
      for (StringDictionary dictionary : dictionaries) {
        int end = dictionary.size();
        for (int from = savedOf(dictionary); from < end; ) {
          byte[] body = nextBlock(dictionary, from, end);
          write(output, body);
          from = endOf(body);
        }
        nowSaved.put(dictionary.key(), end);
      }
      output.sync();
      newLength = output.position();
    }
    saved.putAll(nowSaved);
    journalled.clear();
    length = newLength;
    return length;
  }

  /** Blocks of all entries that are neither in the log nor in the journal. */
  NewEntries unsaved(Collection<StringDictionary> dictionaries) {
    List<byte[]> bodies = new ArrayList<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (StringDictionary dictionary : dictionaries) {
      int end = dictionary.size();
      int from = journalled.getOrDefault(dictionary.key(), savedOf(dictionary));
      while (from < end) {
        byte[] body = nextBlock(dictionary, from, end);
        bodies.add(body);
        from = endOf(body);
        sizes.put(dictionary.key(), end);
      }
    }
    return new NewEntries(bodies, sizes);
  }

  /** Entries are in the journal from now on, and in the log when it is next appended to. */
  void noteJournalled(NewEntries entries) {
    journalled.putAll(entries.sizes());
  }

  private int savedOf(StringDictionary dictionary) {
    return saved.getOrDefault(dictionary.key(), 0);
  }

  /** The entry after the last one of a block. */
  private static int endOf(byte[] body) {
    ByteBuffer fields = buffer(body);
    int at = 4 + fields.getInt(0);
    return fields.getInt(at) + fields.getInt(at + 4);
  }

  /** The body of a block of entries from {@code from} on, not all of them if they are many. */
  private static byte[] nextBlock(StringDictionary dictionary, int from, int end) {
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
    return bytes;
  }

  private static void write(FileOutput output, byte[] body) throws IOException {
    byte[] head = new byte[8];
    buffer(head).putInt(body.length).putInt(checksum(body));
    output.write(head, 0, head.length);
    output.write(body, 0, body.length);
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
