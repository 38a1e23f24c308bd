// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.json.ShreddedColumn;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.merge.RewriteRun;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.PartRows;
import io.twinhouse.storage.arrow.write.RowBlock;
import java.io.IOException;
import java.util.ArrayList;
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
    String partition = part.id().partition();
    long block = target.store().nextBlock();
    int number = target.store().nextNumber();
    PartId id = new PartId(number, partition, block, block, part.id().level());
    int[] origins = origins();
    RewriteRun run =
        new RewriteRun(
            new RewriteRun.Side(source.layout(), source.store()),
            new RewriteRun.Side(target.layout(), target.store()),
            target.memory());
    Part copied =
        run.write(
            part,
            id,
            target.format(),
            streams(part, origins),
            (slice, rows, work) -> RewriteRun.Kept.all(moved(rows, origins)));
    if (copied == null) {
      throw new IllegalStateException("a part without rows");
    }
    return PartState.plain(copied);
  }

  /** For each column of the target, which of the source's it is; negative for none. */
  private int[] origins() {
    TableLayout to = target.layout();
    int[] origins = new int[to.columns().size()];
    for (int c = 0; c < origins.length; c++) {
      String name = to.columns().get(c).name();
      origins[c] = to.isStored(c) ? source.layout().schema().indexOf(name) : -1;
    }
    return origins;
  }

  /** What the part has, under the target's names; columns that it lacks stay absent. */
  private List<StreamKey> streams(Part part, int[] origins) {
    TableLayout to = target.layout();
    List<StreamKey> streams = new ArrayList<>();
    for (int c = 0; c < origins.length; c++) {
      String name = to.name(c);
      List<PartStream> held =
          origins[c] < 0 ? List.of() : part.streams(source.layout().name(origins[c]));
      if (to.type(c).base() instanceof JsonType) {
        held.forEach(stream -> streams.add(renamed(stream.key(), name)));
      } else if (!held.isEmpty()) {
        streams.add(StreamKey.of(name, to.type(c)));
      }
    }
    return streams;
  }

  private static StreamKey renamed(StreamKey key, String column) {
    return new StreamKey(column, key.path(), key.type(), key.shape());
  }

  private static RowBlock moved(RowBlock block, int[] origins) {
    Column[] columns = new Column[origins.length];
    Map<Integer, ShreddedColumn> shredded = new HashMap<>();
    for (int c = 0; c < origins.length; c++) {
      columns[c] =
          origins[c] < 0 ? PartRows.unused(block.rows().rows()) : block.rows().column(origins[c]);
      ShreddedColumn json = origins[c] < 0 ? null : block.shredded().get(origins[c]);
      if (json != null) {
        shredded.put(c, json);
      }
    }
    return new RowBlock(Batch.of(block.rows().rows(), columns), shredded);
  }
}
