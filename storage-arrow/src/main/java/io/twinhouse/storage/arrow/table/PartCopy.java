// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.json.ShreddedColumn;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.PartRows;
import io.twinhouse.storage.arrow.write.PartBuilder;
import io.twinhouse.storage.arrow.write.RowBlock;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes parts of one table for another of the same structure. The rows are read and written: their
 * strings have other ids there.
 */
final class PartCopy {

  private final StoredTable source;
  private final StoredTable target;

  PartCopy(StoredTable source, StoredTable target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Checks that parts of the source are at home in the target.
   *
   * @throws TwinhouseException INCOMPATIBLE_COLUMNS, BAD_ARGUMENTS, NOT_IMPLEMENTED
   */
  void check() {
    TableLayout from = source.layout();
    TableLayout to = target.layout();
    if (!from.engine().isMergeTree()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Cannot replace partition from table "
              + from.definition().name()
              + " with storage "
              + from.engine().text()
              + " to table "
              + to.definition().name());
    }
    if (!types(from).equals(types(to))) {
      throw new TwinhouseException(
          ErrorCode.INCOMPATIBLE_COLUMNS, "Tables have different structure.");
    }
    if (!from.definition().orderBy().equals(to.definition().orderBy())) {
      throw different("ordering");
    }
    String partition = from.definition().partitionBy();
    if (partition == null
        ? to.definition().partitionBy() != null
        : !partition.equals(to.definition().partitionBy())) {
      throw different("partition key");
    }
    boolean alike =
        from.engine() == to.engine()
            && from.definition().engineArguments().equals(to.definition().engineArguments());
    if (to.engine().dependsOnKeys() && !alike) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Partitions of a table of engine "
              + from.engine().text()
              + " in one of "
              + to.engine().text()
              + " are not supported by the embedded store; use INSERT SELECT");
    }
  }

  private static TwinhouseException different(String what) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Tables have different " + what + ".");
  }

  private static Map<String, String> types(TableLayout layout) {
    Map<String, String> types = new TreeMap<>();
    for (int c = 0; c < layout.columns().size(); c++) {
      if (layout.isStored(c)) {
        types.put(layout.columns().get(c).name(), layout.columns().get(c).type().name());
      }
    }
    return types;
  }

  /**
   * The rows of a part as one of the target, under its next block.
   *
   * @param part open while this runs
   */
  PartState copy(Part part) throws IOException {
    TableLayout from = source.layout();
    TableLayout to = target.layout();
    try (MemoryContext work =
            target.memory().child(MemoryLevel.OPERATOR, "copy", MemoryContext.UNLIMITED);
        Reservation buffers = new Reservation(work)) {
      BitSet all = new BitSet();
      all.set(0, from.columns().size());
      PartRows reader = new PartRows(from, source.store().dictionaries(), buffers);
      Batch rows = reader.read(List.of(part), all);
      Map<Integer, ShreddedColumn> shredded = reader.readShredded(List.of(part));
      Column[] columns = new Column[to.columns().size()];
      Map<Integer, ShreddedColumn> moved = new HashMap<>();
      BitSet absent = new BitSet();
      for (int c = 0; c < columns.length; c++) {
        int before = to.isStored(c) ? from.schema().indexOf(to.columns().get(c).name()) : -1;
        columns[c] = before < 0 ? PartRows.unused(rows.rows()) : rows.column(before);
        absent.set(c, before >= 0 && part.streams(from.name(before)).isEmpty());
        ShreddedColumn json = before < 0 ? null : shredded.get(before);
        if (json != null) {
          moved.put(c, json);
        }
      }
      int[] kept = new int[rows.rows()];
      Arrays.setAll(kept, i -> i);
      String partition = part.id().partition();
      int number =
          new PartBuilder(to, target.store(), target.format(), work)
              .writeKept(
                  partition, new RowBlock(Batch.of(rows.rows(), columns), moved), kept, absent);
      long block = target.store().nextBlock();
      PartId id = new PartId(number, partition, block, block, part.id().level());
      return PartState.plain(Part.open(id, target.format(), target.store().directory()));
    }
  }
}
