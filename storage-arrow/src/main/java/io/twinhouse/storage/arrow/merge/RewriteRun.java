// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.read.PartRange;
import io.twinhouse.storage.arrow.read.PartRows;
import io.twinhouse.storage.arrow.write.PartBuilder;
import io.twinhouse.storage.arrow.write.RowBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes one part anew, its rows in their order, slice by slice: it takes as much memory as a slice
 * however large the part is.
 */
public final class RewriteRun {

  private final Side source;
  private final Side target;
  private final MemoryContext memory;

  /** Where parts are read, and where they are written. */
  public record Side(TableLayout layout, PartStore store) {}

  /** What becomes of the rows of a slice. */
  @FunctionalInterface
  public interface Change {

    /**
     * The rows that the new part gets.
     *
     * @param rows all columns of the source's layout
     * @param work where expressions are computed
     */
    Kept of(PartRange slice, RowBlock rows, MemoryContext work);
  }

  /**
   * Rows on their way into a part.
   *
   * @param rows all columns of the target's layout
   * @param kept the rows of these that stay, ascending
   */
  public record Kept(RowBlock rows, int[] kept) {

    /** All of them. */
    public static Kept all(RowBlock rows) {
      int[] all = new int[rows.rows().rows()];
      Arrays.setAll(all, i -> i);
      return new Kept(rows, all);
    }
  }

  /**
   * @param memory where the rows are reserved while they are rewritten
   */
  public RewriteRun(Side source, Side target, MemoryContext memory) {
    this.source = source;
    this.target = target;
    this.memory = memory;
  }

  /** Pieces of a part that are read one after the other, in order. */
  public static List<PartRange> slices(Part part) {
    List<PartRange> slices = new ArrayList<>();
    for (int from = 0; from < part.rows(); from += SlicedPart.SLICE_ROWS) {
      slices.add(new PartRange(part, from, Math.min(part.rows(), from + SlicedPart.SLICE_ROWS)));
    }
    return slices;
  }

  /**
   * Writes the new part and opens it; the caller publishes it.
   *
   * @param id of the new part
   * @param streams what the new part has
   * @return null if no row is left
   */
  public @Nullable Part write(
      Part part, PartId id, PartFormat format, List<StreamKey> streams, Change change)
      throws IOException {
    try (MemoryContext work =
            memory.child(MemoryLevel.OPERATOR, "rewrite", MemoryContext.UNLIMITED);
        Reservation buffers = new Reservation(work);
        SlicedPart file =
            new SlicedPart(
                target.layout(), target.store(), format, id, streams, part.bytes(), buffers)) {
      PartBuilder builder = new PartBuilder(target.layout(), target.store(), format, work);
      builder.encodeAs(List.of(part));
      for (PartRange slice : slices(part)) {
        try (Reservation held = new Reservation(work)) {
          Kept rows = change.of(slice, read(slice, held), work);
          file.add(builder.kept(rows.rows(), rows.kept(), streams, held));
        }
      }
      return file.finish();
    }
  }

  private RowBlock read(PartRange slice, Reservation buffers) {
    BitSet all = new BitSet();
    all.set(0, source.layout().columns().size());
    PartRows reader = new PartRows(source.layout(), source.store().dictionaries(), buffers);
    List<PartRange> rows = List.of(slice);
    return new RowBlock(reader.readRanges(rows, all), reader.readShreddedRanges(rows));
  }

  /** What a part has, and will have when it is written anew, but for some columns. */
  public static List<StreamKey> streams(TableLayout layout, Part part, BitSet absent) {
    Set<String> left = absent.stream().mapToObj(layout::name).collect(Collectors.toSet());
    return SlicedPart.streams(layout, List.of(part)).stream()
        .filter(stream -> !left.contains(stream.column()))
        .toList();
  }
}
