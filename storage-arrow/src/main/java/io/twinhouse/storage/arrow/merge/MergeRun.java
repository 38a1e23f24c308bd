// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.fold.PartStarts;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.layout.Inputs;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import io.twinhouse.storage.arrow.read.PartRange;
import io.twinhouse.storage.arrow.read.PartRows;
import io.twinhouse.storage.arrow.write.MergeRules;
import io.twinhouse.storage.arrow.write.MergedRows;
import io.twinhouse.storage.arrow.write.PartBuilder;
import io.twinhouse.storage.arrow.write.RowBlock;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges parts of one partition into one: rows sorted anew, replaced versions among them left out.
 * It goes through the keys slice by slice, so that it takes as much memory as a slice however large
 * the parts are.
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
    return merge(parts, 1);
  }

  /** As above for one part that is written anew: it counts as no merge. */
  public @Nullable PartState rewrite(PartState part) throws IOException {
    return merge(List.of(part), 0);
  }

  private @Nullable PartState merge(List<PartState> parts, int levels) throws IOException {
    int number = store.nextNumber();
    PartId id = id(number, parts, levels);
    try (MemoryContext work = memory.child(MemoryLevel.OPERATOR, "merge", MemoryContext.UNLIMITED);
        Reservation buffers = new Reservation(work)) {
      CarriedRows carried = new CarriedRows(parts);
      Part merged = write(id, parts, carried, work, buffers);
      return merged == null
          ? null
          : new PartState(merged, carried.superseded(), carried.tombstones(), "");
    }
  }

  private static PartId id(int number, List<PartState> parts, int levels) {
    PartId first = parts.get(0).part().id();
    PartId last = parts.get(parts.size() - 1).part().id();
    int level = parts.stream().mapToInt(part -> part.part().id().level()).max().orElse(0);
    long mutation = parts.stream().mapToLong(part -> part.part().id().mutation()).max().orElse(0);
    return new PartId(
        number, first.partition(), first.firstBlock(), last.lastBlock(), level + levels, mutation);
  }

  /** Writes the file; null if no row is left. */
  private @Nullable Part write(
      PartId id,
      List<PartState> states,
      CarriedRows carried,
      MemoryContext work,
      Reservation buffers)
      throws IOException {
    List<Part> parts = states.stream().map(PartState::part).toList();
    PartFormat format = parts.get(0).format();
    List<StreamKey> streams = SlicedPart.streams(layout, parts);
    PartBuilder builder = new PartBuilder(layout, store, format, work);
    builder.encodeAs(parts);
    long bytes = parts.stream().mapToLong(Part::bytes).sum();
    try (SlicedPart file = new SlicedPart(layout, store, format, id, streams, bytes, buffers)) {
      for (List<PartRange> slice : slices(parts, work)) {
        try (Reservation held = new Reservation(work)) {
          PartStarts starts = PartStarts.of(slice.stream().mapToInt(PartRange::rows).toArray());
          MergedRows rows = builder.merged(read(slice, held), starts, streams, rules, held);
          carried.add(slice, rows.origins(), file.rows());
          file.add(rows);
        }
      }
      return file.finish();
    }
  }

  private RowBlock read(List<PartRange> slice, Reservation buffers) {
    BitSet all = new BitSet();
    all.set(0, layout.columns().size());
    PartRows reader = new PartRows(layout, store.dictionaries(), buffers);
    return new RowBlock(reader.readRanges(slice, all), reader.readShreddedRanges(slice));
  }

  /** Equal rows must meet in one slice if only one of them is to stay. */
  private List<List<PartRange>> slices(List<Part> parts, MemoryContext work) {
    List<Integer> uniqueBy = rules.uniqueBy();
    if (uniqueBy != null) {
      BitSet keys = new BitSet();
      layout.sortingKey().forEach(key -> keys.or(Inputs.of(key)));
      uniqueBy.forEach(keys::clear);
      if (layout.sortingKey().isEmpty() || !keys.isEmpty()) {
        return KeySlices.uncut(parts);
      }
    }
    return new KeySlices(layout, store, parts, work).of(SlicedPart.SLICE_ROWS);
  }
}
