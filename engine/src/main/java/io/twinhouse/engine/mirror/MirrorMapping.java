// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.TypeParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a table of the row store is mirrored. Immutable.
 *
 * @param name of the mapping, for cursors and reports
 * @param table of the house: a ReplacingMergeTree by {@link #SEQUENCE}
 * @param columns those of the row store, {@code project_id} and {@code branch_id} first
 * @param key columns that name a row within a project and branch
 */
public record MirrorMapping(
    String name, String table, List<MirrorColumn> columns, List<String> key) {

  /** The column of a change that says whose it is; it is not mirrored. */
  public static final String TENANCY = "tenancyId";

  /** The column that orders changes, and the version of a row in the house. */
  public static final String SEQUENCE = "sync_sequence_id";

  /** The column that marks a tombstone. */
  public static final String DELETED = "sync_is_deleted";

  static final List<String> OWNER = List.of("project_id", "branch_id");

  /**
   * Checks the mapping.
   *
   * @throws TwinhouseException BAD_ARGUMENTS for a mapping whose rows could not be told apart
   */
  public MirrorMapping {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    List<String> names = columns.stream().map(MirrorColumn::name).toList();
    if (name.isBlank() || table.isBlank()) {
      throw wrong(name, "it needs a name and a table");
    }
    if (names.size() < 2 || !names.subList(0, 2).equals(OWNER)) {
      throw wrong(name, "its first columns must be " + OWNER);
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw wrong(name, "two of its columns have one name: " + names);
    }
    if (key.isEmpty() || !names.containsAll(key)) {
      throw wrong(name, "its key " + key + " must name columns among " + names);
    }
  }

  /**
   * A mapping of columns as CREATE TABLE has them.
   *
   * @param columns without project_id, branch_id and the sync columns
   * @param forms of columns whose type does not tell
   */
  public static MirrorMapping of(
      String name, String columns, List<String> key, Map<String, ColumnForm> forms) {
    TupleType types =
        (TupleType) TypeParser.parse("Tuple(project_id String, branch_id String, " + columns + ")");
    Map<String, ColumnForm> left = new LinkedHashMap<>(forms);
    List<MirrorColumn> all = new ArrayList<>();
    for (int i = 0; i < types.names().size(); i++) {
      MirrorColumn column = MirrorColumn.of(types.names().get(i), types.elements().get(i));
      ColumnForm form = left.remove(column.name());
      all.add(form == null ? column : new MirrorColumn(column.name(), column.type(), form));
    }
    if (!left.isEmpty()) {
      throw wrong(name, "there are no columns " + left.keySet() + " to have a form");
    }
    return new MirrorMapping(name, name, all, key);
  }

  /**
   * The statement that creates the table: newest version of a key by the sequence, across months.
   *
   * @param month the column whose months are the partitions, or empty for one partition
   */
  public String createTable(String month) {
    String declared =
        columns.stream()
            .map(column -> Quoting.name(column.name()) + " " + column.type().name())
            .collect(Collectors.joining(", "));
    List<String> order = new ArrayList<>(OWNER);
    order.addAll(key);
    return "CREATE TABLE IF NOT EXISTS "
        + Quoting.name(table)
        + (" (" + declared + ", " + SEQUENCE + " Int64, " + DELETED + " UInt8,")
        + " sync_created_at DateTime64(3, 'UTC') DEFAULT now64(3))"
        + (" ENGINE = ReplacingMergeTree(" + SEQUENCE + ")")
        + (month.isEmpty() ? "" : " PARTITION BY toYYYYMM(" + Quoting.name(month) + ")")
        + order.stream().map(Quoting::name).collect(Collectors.joining(", ", " ORDER BY (", ")"));
  }

  /** The columns that are written, in order. */
  public List<String> written() {
    return Stream.concat(columns.stream().map(MirrorColumn::name), Stream.of(SEQUENCE, DELETED))
        .toList();
  }

  /**
   * The change that hides a row: its key, its owner, and in every other column what the column
   * takes for nothing; moments are when it was deleted. It may lie in another partition than the
   * row.
   *
   * @param row the row, or its key alone
   * @throws TwinhouseException BAD_ARGUMENTS if the row lacks a column of the key
   */
  public Map<String, @Nullable Object> tombstone(
      Tenancy tenancy, Map<String, ?> row, long sequence, Instant deletedAt) {
    Map<String, @Nullable Object> change = new LinkedHashMap<>();
    change.put(TENANCY, tenancy.id());
    for (MirrorColumn column : columns) {
      change.put(column.name(), column.buried(deletedAt));
    }
    change.put(OWNER.get(0), tenancy.project());
    change.put(OWNER.get(1), tenancy.branch());
    for (String column : key) {
      Object value = row.get(column);
      if (value == null) {
        throw wrong(name, "the row to bury has no " + column);
      }
      change.put(column, value);
    }
    change.put(SEQUENCE, sequence);
    change.put(DELETED, true);
    return change;
  }

  private static TwinhouseException wrong(String name, String advice) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Mapping '" + name + "': " + advice);
  }
}
