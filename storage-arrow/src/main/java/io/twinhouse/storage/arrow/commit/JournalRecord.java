// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.ByteSource;
import io.twinhouse.storage.arrow.index.RowSet;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that one insert has changed.
 *
 * @param parts the new parts
 * @param superseded rows of older parts, by the part's number, that it has replaced
 * @param dictionaryBlocks new entries, as blocks of the dictionary log
 * @param logged by what it is recognised
 */
record JournalRecord(
    List<NewPart> parts,
    Map<Integer, RowSet> superseded,
    List<byte[]> dictionaryBlocks,
    LoggedInsert logged) {

  JournalRecord {
    parts = List.copyOf(parts);
    superseded = Map.copyOf(superseded);
    dictionaryBlocks = List.copyOf(dictionaryBlocks);
  }

  /**
   * A part that an insert has written.
   *
   * @param superseded rows that were replaced within the insert or by older rows of higher version
   * @param content the bytes of its file
   */
  record NewPart(PartId id, RowSet superseded, RowSet tombstones, byte[] content) {}

  /**
   * What leads from one state to the next.
   *
   * @param added the new parts
   */
  static JournalRecord of(
      TableState before,
      TableState after,
      Set<PartId> added,
      List<byte[]> dictionaryBlocks,
      LoggedInsert logged)
      throws IOException {
    Map<Integer, RowSet> known = new HashMap<>();
    before.parts().forEach(part -> known.put(part.part().id().number(), part.superseded()));
    List<NewPart> parts = new ArrayList<>();
    Map<Integer, RowSet> superseded = new HashMap<>();
    for (PartState part : after.parts()) {
      PartId id = part.part().id();
      RowSet old = known.get(id.number());
      if (added.contains(id)) {
        byte[] content = part.part().content();
        parts.add(new NewPart(id, part.superseded(), part.tombstones(), content));
      } else if (old != null && old.size() < part.superseded().size()) {
        superseded.put(id.number(), part.superseded().minus(old));
      }
    }
    return new JournalRecord(parts, superseded, dictionaryBlocks, logged);
  }

  /** The oldest of its inserts' numbers. */
  long firstBlock() {
    return parts.stream().mapToLong(part -> part.id().firstBlock()).min().orElse(Long.MAX_VALUE);
  }

  void write(ByteSink sink) throws IOException {
    sink.putInt(parts.size());
    for (NewPart part : parts) {
      sink.putInt(part.id().number());
      sink.putText(part.id().partition());
      sink.putLong(part.id().firstBlock());
      sink.putLong(part.id().lastBlock());
      sink.putInt(part.id().level());
      putRows(sink, part.superseded());
      putRows(sink, part.tombstones());
      putBytes(sink, part.content());
    }
    sink.putInt(superseded.size());
    for (Map.Entry<Integer, RowSet> rows : superseded.entrySet()) {
      sink.putInt(rows.getKey());
      putRows(sink, rows.getValue());
    }
    sink.putInt(dictionaryBlocks.size());
    dictionaryBlocks.forEach(block -> putBytes(sink, block));
    logged.write(sink);
  }

  private static void putBytes(ByteSink sink, byte[] bytes) {
    sink.putInt(bytes.length);
    sink.putBytes(bytes, 0, bytes.length);
  }

  private static void putRows(ByteSink sink, RowSet rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    rows.write(new DataOutputStream(bytes));
    putBytes(sink, bytes.toByteArray());
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @param withLogged whether records of the journal end with by what the insert is recognised
   */
  static JournalRecord read(ByteSource source, boolean withLogged) throws IOException {
    int count = source.getCount(28);
    List<NewPart> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int number = source.getInt();
      String partition = source.getText();
      PartId id =
          new PartId(number, partition, source.getLong(), source.getLong(), source.getInt());
      parts.add(new NewPart(id, rows(source), rows(source), source.getBytes()));
    }
    Map<Integer, RowSet> superseded = new HashMap<>();
    for (int left = source.getCount(8); left > 0; left--) {
      superseded.put(source.getInt(), rows(source));
    }
    List<byte[]> blocks = new ArrayList<>();
    for (int left = source.getCount(4); left > 0; left--) {
      blocks.add(source.getBytes());
    }
    LoggedInsert logged = withLogged ? LoggedInsert.read(source) : LoggedInsert.NONE;
    return new JournalRecord(parts, superseded, blocks, logged);
  }

  private static RowSet rows(ByteSource source) throws CorruptFileException {
    try {
      return RowSet.read(new DataInputStream(new ByteArrayInputStream(source.getBytes())));
    } catch (CorruptFileException e) {
      throw e;
    } catch (IOException e) {
      throw new CorruptFileException(InsertJournal.FILE, "a row set cannot be read");
    }
  }
}
