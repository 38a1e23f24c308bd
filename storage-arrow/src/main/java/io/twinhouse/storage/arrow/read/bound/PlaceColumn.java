// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read.bound;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.predicate.Ranges;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that tells where a row lies. No part stores it; within a scan it goes by a name that no
 * stored column has.
 */
public enum PlaceColumn {
  /** The name of the row's part. */
  PART("_part", "LowCardinality(String)"),
  /** The id of its partition. */
  PARTITION("_partition_id", "LowCardinality(String)"),
  /** Its number within the part. */
  OFFSET("_part_offset", "UInt64");

  /** What the names of reads begin with; no stored column's does. */
  private static final String MARK = "\tplace ";

  private final String column;

  @SuppressWarnings("ImmutableEnumChecker") // types are
  private final Type type;

  PlaceColumn(String column, String type) {
    this.column = column;
    this.type = TypeParser.parse(type);
  }

  /** All of them, as a planner offers them. */
  public static List<ColumnDefinition> definitions() {
    return Arrays.stream(values()).map(p -> ColumnDefinition.plain(p.column, p.type)).toList();
  }

  /**
   * The one that a table's reads mean by a name; null if it is a column of the table or unknown.
   */
  public static @Nullable PlaceColumn named(String name, TableLayout layout) {
    if (!name.startsWith("_part") || layout.schema().indexOf(name) >= 0) {
      return null;
    }
    return Arrays.stream(values()).filter(p -> p.column.equals(name)).findFirst().orElse(null);
  }

  public Type type() {
    return type;
  }

  /** The read by which a scan knows it. */
  public ColumnRead read() {
    return ColumnRead.of(name(this), type);
  }

  private static String name(PlaceColumn place) {
    return MARK + place.column;
  }

  /** The column that a read of a scan means, null for stored ones. */
  public static @Nullable PlaceColumn of(ColumnRead read) {
    if (!read.column().startsWith(MARK)) {
      return null; // asked for each granule: texts are put together for few
    }
    return Arrays.stream(values())
        .filter(p -> name(p).equals(read.column()))
        .findFirst()
        .orElse(null);
  }

  /** What all rows of a part have in common. */
  public byte[] text(Part part) {
    String text = this == PART ? part.id().name() : part.id().partition();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The same as a column of one row. */
  public BytesColumn value(Part part) {
    byte[] text = text(part);
    return BytesColumn.of(text, new int[] {0, text.length}, 1, null);
  }

  /** Whether a granule may have a row with one of the values. */
  public boolean mayHold(Part part, int granule, Ranges ranges) {
    if (ranges instanceof Ranges.Longs rows) {
      long first = (long) granule * part.description().granuleRows() ^ Long.MIN_VALUE;
      return rows.meets(first, first + part.description().rowsOf(granule) - 1);
    }
    byte[] text = text(part);
    return ((Ranges.Bytes) ranges).meets(text, text);
  }
}
