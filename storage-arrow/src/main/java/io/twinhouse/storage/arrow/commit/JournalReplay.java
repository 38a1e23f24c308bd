// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.file.CopiedFile;
import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.index.RowSet;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings what the journal says into a state of the manifest. */
final class JournalReplay {

  private final Directory directory;
  private final PartFormat format;
  private final List<PartState> parts;
  private final Set<PartId> changed = new HashSet<>();

  /**
   * @param parts the manifest's, opened; those of the journal are added
   */
  JournalReplay(Directory directory, PartFormat format, List<PartState> parts) {
    this.directory = directory;
    this.format = format;
    this.parts = parts;
  }

  /** Parts whose row sets are in the journal and nowhere else. */
  Set<PartId> changed() {
    return changed;
  }

  /** Writes files anew that did not get to the disk before a crash, though the journal did. */
  void restoreFiles(List<JournalRecord> records) throws IOException {
    for (JournalRecord record : records) {
      for (JournalRecord.NewPart part : record.parts()) {
        String file = part.id().file();
        if (!isWhole(file, part.content())) {
          try (FileOutput output = directory.create(file, part.content().length)) {
            output.write(part.content(), 0, part.content().length);
          }
        }
      }
    }
  }

  private boolean isWhole(String file, byte[] content) throws IOException {
    if (!directory.exists(file)) {
      return false;
    }
    try (FileView view = directory.open(file)) {
      return view.size() == content.length && Arrays.equals(view.bytes(0, content.length), content);
    }
  }

  /** Adds the parts of the records and marks the rows that they replace. */
  void apply(List<JournalRecord> records) throws IOException {
    for (JournalRecord record : records) {
      for (JournalRecord.NewPart part : record.parts()) {
        parts.add(new PartState(open(part), part.superseded(), part.tombstones(), ""));
        changed.add(part.id());
      }
      for (Map.Entry<Integer, RowSet> rows : record.superseded().entrySet()) {
        supersede(rows.getKey(), rows.getValue());
      }
    }
  }

  private Part open(JournalRecord.NewPart part) throws IOException {
    return isWhole(part.id().file(), part.content())
        ? Part.open(part.id(), format, directory)
        : Part.open(part.id(), format, directory, new CopiedFile(part.content()));
  }

  private void supersede(int number, RowSet rows) throws CorruptFileException {
    for (int i = 0; i < parts.size(); i++) {
      PartState part = parts.get(i);
      if (part.part().id().number() == number) {
        RowSet all = part.superseded().union(rows);
        parts.set(i, new PartState(part.part(), all, part.tombstones(), part.rowsFile()));
        changed.add(part.part().id());
        return;
      }
    }
    throw new CorruptFileException(
        InsertJournal.FILE, "it names part " + number + ", which the manifest does not have");
  }

  /** The account of inserts with those of some records. */
  static InsertLog inserts(InsertLog before, List<JournalRecord> records) {
    InsertLog log = before;
    for (JournalRecord record : records) {
      log = record.logged().addedTo(log);
    }
    return log;
  }

  /** The dictionary entries of some records. */
  static List<byte[]> dictionaryBlocks(List<JournalRecord> records) {
    List<byte[]> blocks = new ArrayList<>();
    records.forEach(record -> blocks.addAll(record.dictionaryBlocks()));
    return blocks;
  }

  /** The parts of some records. */
  static List<PartId> parts(List<JournalRecord> records) {
    List<PartId> ids = new ArrayList<>();
    records.forEach(record -> record.parts().forEach(part -> ids.add(part.id())));
    return ids;
  }
}
