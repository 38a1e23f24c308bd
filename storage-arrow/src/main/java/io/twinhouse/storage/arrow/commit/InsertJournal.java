// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The file {@code journal}: small inserts since the manifest was written, so that one sync of one
 * file makes an insert durable and not one of each file that it touches. 8 bytes "THJOUR02", then
 * records: i32 length of the body, i32 CRC-32C of it, the body. All that a record says is brought
 * into the other files when the manifest is next written; records of inserts that the manifest
 * counts already say nothing any more. The first record that is not whole was never acknowledged
 * and ends the journal. Publications take turns.
 *
 * <p>Journals that begin with "THJOUR01" are read, too: their records do not say by what an insert
 * is recognised, since such inserts wrote the manifest then.
 */
final class InsertJournal {

  static final String FILE = "journal";

  private static final byte[] HEAD = "THJOUR02".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] FIRST_HEAD = "THJOUR01".getBytes(StandardCharsets.US_ASCII);

  /** Inserts in the journal, each of which costs a little when it is brought into its files. */
  private static final int MOST_RECORDS = 64;

  private static final long MOST_BYTES = 4 << 20;

  private final Directory directory;
  private final MemoryContext memory;
  private boolean named;
  private long length;
  private int records;

  InsertJournal(Directory directory, MemoryContext memory) {
    this.directory = directory;
    this.memory = memory;
  }

  /** Whether there is room for one more record of about {@code bytes}. */
  boolean takes(long bytes) {
    return records < MOST_RECORDS && length + bytes <= MOST_BYTES;
  }

  /** Adds a record; it is durable on return. */
  void append(JournalRecord record) throws IOException {
    try (Reservation buffer = new Reservation(memory)) {
      ByteSink sink = new ByteSink(buffer);
      if (length == 0) {
        sink.putBytes(HEAD, 0, HEAD.length);
      }
      int head = sink.skip(8);
      record.write(sink);
      int body = sink.size() - head - 8;
      sink.setInt(head, body);
      sink.setInt(head + 4, checksum(sink.array(), head + 8, body));
      try (FileOutput output = directory.append(FILE, length)) {
        output.write(sink.array(), 0, sink.size());
        output.sync();
      }
      if (!named) {
        directory.sync();
        named = true;
      }
      length += sink.size();
      records++;
    }
  }

  boolean isEmpty() {
    return records == 0;
  }

  /** Forgets all records: the manifest counts them. */
  void clear() {
    length = 0;
    records = 0;
  }

  /** Removes the file unless it holds records. */
  void delete() throws IOException {
    if (named && records == 0) {
      directory.delete(FILE);
      named = false;
    }
  }

  /**
   * The records of inserts that the manifest does not count, in order.
   *
   * @param nextBlock the manifest's first number of an insert that is still to come
   */
  static List<JournalRecord> read(Directory directory, long nextBlock) throws IOException {
    if (!directory.exists(FILE)) {
      return List.of();
    }
    byte[] bytes;
    try (FileView view = directory.open(FILE)) {
      bytes = view.bytes(0, Math.toIntExact(view.size()));
    }
    List<JournalRecord> records = new ArrayList<>();
    boolean withLogged = beginsWith(bytes, HEAD);
    if (!withLogged && !beginsWith(bytes, FIRST_HEAD)) {
      return records;
    }
    boolean torn = false;
    ByteBuffer heads = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = HEAD.length; bytes.length - at >= 8; ) {
      int body = heads.getInt(at);
      if (body <= 0 || body > bytes.length - at - 8) {
        break;
      }
      boolean whole = checksum(bytes, at + 8, body) == heads.getInt(at + 4);
      if (whole && torn) {
        throw new CorruptFileException(FILE, "a record before the one at " + at + " is not whole");
      }
      if (whole) {
        byte[] content = Arrays.copyOfRange(bytes, at + 8, at + 8 + body);
        records.add(JournalRecord.read(new ByteSource(FILE, content), withLogged));
      }
      torn |= !whole;
      at += 8 + body;
    }
    records.removeIf(record -> record.firstBlock() < nextBlock);
    return records;
  }

  private static boolean beginsWith(byte[] bytes, byte[] head) {
    return bytes.length >= head.length
        && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
  }

  private static int checksum(byte[] bytes, int from, int count) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, count);
    return (int) crc.getValue();
  }
}
