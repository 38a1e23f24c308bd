// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.TextFile;
import io.twinhouse.storage.arrow.part.PartId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The file {@code manifest}: what belongs to a table.
 *
 * @param nextNumber the first number not used by a file yet
 * @param nextBlock the first number not used by an insert yet
 * @param dictionaryLength valid bytes of the dictionary log
 * @param parts in order
 * @param inserts the newest ones
 */
record Manifest(
    int nextNumber, long nextBlock, long dictionaryLength, List<Entry> parts, InsertLog inserts) {

  static final String FILE = "manifest";
  private static final int VERSION = 1;

  static final Manifest EMPTY = new Manifest(1, 1, 0, List.of(), InsertLog.EMPTY);

  Manifest {
    parts = List.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param bytes the file's length, checked when it is opened
   * @param rowsFile the file with its row sets, empty if there is none
   */
  record Entry(PartId id, int rows, long bytes, String rowsFile) {}

  void write(Directory directory) throws IOException {
    List<List<String>> records = new ArrayList<>();
    records.add(List.of("next-number", Integer.toString(nextNumber)));
    records.add(List.of("next-block", Long.toString(nextBlock)));
    records.add(List.of("dictionary-length", Long.toString(dictionaryLength)));
    for (Entry entry : parts) {
      PartId id = entry.id();
      records.add(
          List.of(
              "part",
              Integer.toString(id.number()),
              id.partition(),
              Long.toString(id.firstBlock()),
              Long.toString(id.lastBlock()),
              Integer.toString(id.level()),
              Integer.toString(entry.rows()),
              Long.toString(entry.bytes()),
              entry.rowsFile()));
    }
    for (InsertLog.Entry insert : inserts.entries()) {
      records.add(List.of("insert", insert.partition(), insert.block()));
    }
    TextFile.write(directory, FILE, "manifest", VERSION, records);
  }

  static Manifest read(Directory directory) throws IOException {
    if (!directory.exists(FILE)) {
      return EMPTY;
    }
    int nextNumber = 1;
    long nextBlock = 1;
    long dictionaryLength = 0;
    List<Entry> parts = new ArrayList<>();
    List<InsertLog.Entry> inserts = new ArrayList<>();
    try {
      for (List<String> fields : TextFile.read(directory, FILE, "manifest", VERSION)) {
        switch (fields.get(0)) {
          case "next-number" -> nextNumber = Integer.parseInt(fields.get(1));
          case "next-block" -> nextBlock = Long.parseLong(fields.get(1));
          case "dictionary-length" -> dictionaryLength = Long.parseLong(fields.get(1));
          case "part" -> parts.add(entry(fields));
          case "insert" -> inserts.add(new InsertLog.Entry(fields.get(1), fields.get(2)));
          default -> throw new CorruptFileException(FILE, "record " + fields + " is not known");
        }
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new CorruptFileException(FILE, "a record cannot be read: " + e.getMessage());
    }
    return new Manifest(nextNumber, nextBlock, dictionaryLength, parts, new InsertLog(inserts));
  }

  private static Entry entry(List<String> fields) {
    PartId id =
        new PartId(
            Integer.parseInt(fields.get(1)),
            fields.get(2),
            Long.parseLong(fields.get(3)),
            Long.parseLong(fields.get(4)),
            Integer.parseInt(fields.get(5)));
    int rows = Integer.parseInt(fields.get(6));
    return new Entry(id, rows, Long.parseLong(fields.get(7)), fields.get(8));
  }
}
