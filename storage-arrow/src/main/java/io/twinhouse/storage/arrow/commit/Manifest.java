// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.engine.spi.Mutation;
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
 * @param ledger what else is kept
 */
record Manifest(
    int nextNumber, long nextBlock, long dictionaryLength, List<Entry> parts, Ledger ledger) {

  static final String FILE = "manifest";
  private static final int VERSION = 1;

  static final Manifest EMPTY = new Manifest(1, 1, 0, List.of(), Ledger.EMPTY);

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
              level(id),
              Integer.toString(entry.rows()),
              Long.toString(entry.bytes()),
              entry.rowsFile()));
    }
    addLedger(records);
    TextFile.write(directory, FILE, "manifest", VERSION, records);
  }

  /** The level and, where there is one, the mutation. */
  private static String level(PartId id) {
    return id.mutation() == 0 ? Integer.toString(id.level()) : id.level() + "_" + id.mutation();
  }

  private void addLedger(List<List<String>> records) {
    for (InsertLog.Entry insert : ledger.inserts().entries()) {
      records.add(List.of("insert", insert.partition(), insert.block()));
    }
    for (DetachedPart part : ledger.detached()) {
      List<String> record = new ArrayList<>();
      PartId id = part.id();
      record.add("detached");
      record.add(Integer.toString(id.number()));
      record.add(id.partition());
      record.add(Long.toString(id.firstBlock()));
      record.add(Long.toString(id.lastBlock()));
      record.add(level(id));
      record.add(Integer.toString(part.rows()));
      record.add(Long.toString(part.bytes()));
      record.addAll(part.columns());
      records.add(record);
    }
    for (Mutation.Done done : ledger.mutations()) {
      String number = Long.toString(done.number());
      records.add(
          List.of("mutation", number, Long.toString(done.createdSeconds()), done.command()));
    }
    if (!ledger.arrived().isEmpty()) {
      records.add(List.of("arrived", ledger.arrived()));
    }
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
    List<DetachedPart> detached = new ArrayList<>();
    List<Mutation.Done> mutations = new ArrayList<>();
    String arrived = "";
    try {
      for (List<String> fields : TextFile.read(directory, FILE, "manifest", VERSION)) {
        switch (fields.get(0)) {
          case "next-number" -> nextNumber = Integer.parseInt(fields.get(1));
          case "next-block" -> nextBlock = Long.parseLong(fields.get(1));
          case "dictionary-length" -> dictionaryLength = Long.parseLong(fields.get(1));
          case "part" -> parts.add(entry(fields));
          case "insert" -> inserts.add(new InsertLog.Entry(fields.get(1), fields.get(2)));
          case "detached" -> detached.add(detached(fields));
          case "mutation" -> mutations.add(mutation(fields));
          case "arrived" -> arrived = fields.get(1);
          default -> throw new CorruptFileException(FILE, "record " + fields + " is not known");
        }
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new CorruptFileException(FILE, "a record cannot be read: " + e.getMessage());
    }
    Ledger ledger = new Ledger(new InsertLog(inserts), detached, mutations, arrived);
    return new Manifest(nextNumber, nextBlock, dictionaryLength, parts, ledger);
  }

  private static Entry entry(List<String> fields) {
    int rows = Integer.parseInt(fields.get(6));
    return new Entry(id(fields), rows, Long.parseLong(fields.get(7)), fields.get(8));
  }

  private static Mutation.Done mutation(List<String> fields) {
    return new Mutation.Done(
        Long.parseLong(fields.get(1)), Long.parseLong(fields.get(2)), fields.get(3));
  }

  private static DetachedPart detached(List<String> fields) {
    int rows = Integer.parseInt(fields.get(6));
    long bytes = Long.parseLong(fields.get(7));
    return new DetachedPart(id(fields), rows, bytes, fields.subList(8, fields.size()));
  }

  private static PartId id(List<String> fields) {
    String level = fields.get(5);
    int end = level.indexOf('_');
    return new PartId(
        Integer.parseInt(fields.get(1)),
        fields.get(2),
        Long.parseLong(fields.get(3)),
        Long.parseLong(fields.get(4)),
        Integer.parseInt(end < 0 ? level : level.substring(0, end)),
        end < 0 ? 0 : Long.parseLong(level.substring(end + 1)));
  }
}
