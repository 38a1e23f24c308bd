// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.file.FileView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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

  private final Directory directory;
  private final Map<String, Integer> saved = new HashMap<>();
  private long length;

  DictionaryLog(Directory directory) {
    this.directory = directory;
  }

  /** Reads the first {@code validLength} bytes into dictionaries. */
  void read(long validLength, Function<String, StringDictionary> dictionaries) throws IOException {
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
        ByteBuffer head = buffer(view.bytes(at, 8));
        int size = head.getInt();
        int checksum = head.getInt();
        if (size < 12 || at + 8 + size > validLength) {
          throw new CorruptFileException(FILE, "the block at " + at + " is cut off");
        }
        byte[] body = view.bytes(at + 8, size);
        if (checksum(body) != checksum) {
          throw new CorruptFileException(FILE, "the checksum of the block at " + at + " differs");
        }
        restore(body, dictionaries, at);
        at += 8L + size;
      }
    }
  }

  private void restore(byte[] bytes, Function<String, StringDictionary> dictionaries, long at)
      throws IOException {
    ByteBuffer body = buffer(bytes);
    byte[] name = new byte[body.getInt()];
    body.get(name);
    String key = new String(name, StandardCharsets.UTF_8);
    StringDictionary dictionary = dictionaries.apply(key);
    int first = body.getInt();
    int count = body.getInt();
    if (first != dictionary.size()) {
      throw new CorruptFileException(
          FILE, "the block at " + at + " does not follow its forerunner");
    }
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
    saved.put(key, first + count);
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
