// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.index.RowSet;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.PartRows;
import io.twinhouse.storage.arrow.write.MergeRules;
import io.twinhouse.storage.arrow.write.MergedPart;
import io.twinhouse.storage.arrow.write.PartBuilder;
import io.twinhouse.storage.arrow.write.RowBlock;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges parts of one partition into one: rows sorted anew, replaced versions among them left out.
 */
public final class MergeRun {

  private final TableLayout layout;
  private final PartStore store;
  private final MergeRules rules;
  private final MemoryContext memory;

  /**
   * @param memory where the rows are reserved while they are merged
   */
  public MergeRun(TableLayout layout, PartStore store, MergeRules rules, MemoryContext memory) {
    this.rules = rules;
    this.layout = layout;
    this.store = store;
    this.memory = memory;
  }

  /**
   * Writes the merged part and opens it; the caller publishes it in place of {@code parts}.
   *
   * @param parts of one partition, in order of age
   * @return null if no row is left
   */
  public @Nullable PartState merge(List<PartState> parts) throws IOException {
    try (MemoryContext work = memory.child(MemoryLevel.OPERATOR, "merge", MemoryContext.UNLIMITED);
        Reservation buffers = new Reservation(work)) {
      PartRows reader = new PartRows(layout, store.dictionaries(), buffers);
      BitSet all = new BitSet();
      all.set(0, layout.columns().size());
      List<Part> read = parts.stream().map(PartState::part).toList();
      RowBlock rows = new RowBlock(reader.read(read, all), reader.readShredded(read));
      PartId first = parts.get(0).part().id();
      PartBuilder builder = new PartBuilder(layout, store, parts.get(0).part().format(), work);
      MergedPart merged = builder.writeMerged(first.partition(), rows, rules);
      if (merged == null) {
        return null;
      }
      PartId id =
          new PartId(
              merged.number(),
              first.partition(),
              first.firstBlock(),
              parts.get(parts.size() - 1).part().id().lastBlock(),
              level(parts) + 1);
      Part part = Part.open(id, parts.get(0).part().format(), store.directory());
      return new PartState(
          part,
          carried(parts, merged.origins(), true),
          carried(parts, merged.origins(), false),
          "");
    }
  }

  private static int level(List<PartState> parts) {
    return parts.stream().mapToInt(part -> part.part().id().level()).max().orElse(0);
  }

  /** The rows of the merged part whose origin was in one of the parts' row sets. */
  private static RowSet carried(List<PartState> parts, int[] origins, boolean superseded) {
    BitSet marked = new BitSet();
    int first = 0;
    for (PartState part : parts) {
      int offset = first;
      RowSet set = superseded ? part.superseded() : part.tombstones();
      set.forEach(row -> marked.set(offset + row));
      first += part.part().rows();
    }
    int[] rows = new int[origins.length];
    int count = 0;
    for (int i = 0; i < origins.length; i++) {
      if (marked.get(origins[i])) {
        rows[count++] = i;
      }
    }
    return RowSet.of(rows, count);
  }
}
