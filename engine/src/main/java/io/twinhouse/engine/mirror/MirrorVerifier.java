// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Quoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the row store has now with what the house shows of it: every live row by its key,
 * every cell by its declared form, so that key order and blanks of JSON, truth as 0 and 1, numbers
 * as text and moments of another zone are no differences. It asks the source with the very query
 * that the mirror uses, and holds the rows of one mapping of one tenancy at a time.
 */
public final class MirrorVerifier {

  private final Twinhouse house;
  private final ChangeSource source;

  private MirrorVerifier(Twinhouse house, ChangeSource source) {
    this.house = house;
    this.source = source;
  }

  public static MirrorVerifier of(Twinhouse house, ChangeSource source) {
    return new MirrorVerifier(house, source);
  }

  /**
   * All that differs; empty if the mirror is right.
   *
   * @throws TwinhouseException INCORRECT_DATA where a row has no key, on either side, or two rows
   *     have one
   */
  public List<MirrorDifference> verify(MirrorMapping mapping, Tenancy tenancy) {
    Map<String, List<String>> expected = sourceRows(mapping, tenancy);
    Map<String, List<String>> found = houseRows(mapping, tenancy);
    TreeSet<String> keys = new TreeSet<>(expected.keySet());
    keys.addAll(found.keySet());
    List<MirrorDifference> differences = new ArrayList<>();
    for (String key : keys) {
      compare(mapping, key, expected.get(key), found.get(key), differences);
    }
    return differences;
  }

  private static void compare(
      MirrorMapping mapping,
      String key,
      @Nullable List<String> source,
      @Nullable List<String> house,
      List<MirrorDifference> differences) {
    if (source == null || house == null) {
      String there = "a row";
      differences.add(
          new MirrorDifference(
              mapping.name(), key, "", source == null ? "" : there, house == null ? "" : there));
      return;
    }
    for (int i = 0; i < source.size(); i++) {
      if (!source.get(i).equals(house.get(i))) {
        String column = mapping.columns().get(i).name();
        differences.add(
            new MirrorDifference(mapping.name(), key, column, source.get(i), house.get(i)));
      }
    }
  }

  private Map<String, List<String>> sourceRows(MirrorMapping mapping, Tenancy tenancy) {
    Map<String, List<String>> rows = new TreeMap<>();
    long after = MirrorCursors.BEGINNING;
    List<Map<String, @Nullable Object>> changes;
    do {
      changes = source.changes(mapping, tenancy, after, Mirror.PAGE);
      MirrorPage page = MirrorPage.of(mapping, tenancy, after, changes);
      for (@Nullable Object[] row : page.rows()) {
        String key = key(mapping, row, "the row store");
        List<String> cells = cells(mapping, row);
        // later changes of a row stand for earlier ones, tombstones too
        if (String.valueOf(row[row.length - 1]).equals("1")) {
          rows.remove(key);
        } else {
          rows.put(key, cells);
        }
      }
      after = page.last();
    } while (changes.size() == Mirror.PAGE);
    return rows;
  }

  private Map<String, List<String>> houseRows(MirrorMapping mapping, Tenancy tenancy) {
    String columns =
        mapping.columns().stream()
            .map(column -> Quoting.name(column.name()))
            .collect(Collectors.joining(", "));
    QueryRequest request =
        QueryRequest.of(
                "SELECT "
                    + columns
                    + " FROM "
                    + Quoting.name(mapping.table())
                    + " FINAL WHERE project_id = {project:String} AND branch_id = {branch:String}"
                    + " AND sync_is_deleted = 0")
            .withParameters(Map.of("project", tenancy.project(), "branch", tenancy.branch()));
    Map<String, List<String>> rows = new LinkedHashMap<>();
    try (QueryResult result = house.query(request)) {
      for (List<@Nullable Object> values : result.rows()) {
        @Nullable Object[] row = values.toArray();
        if (rows.put(key(mapping, row, "the house"), cells(mapping, row)) != null) {
          throw new TwinhouseException(
              ErrorCode.INCORRECT_DATA,
              "Mapping '" + mapping.name() + "': two rows of the house have one key");
        }
      }
    }
    return rows;
  }

  /** A missing key is never taken for an empty one, which would hide rows behind each other. */
  private static String key(MirrorMapping mapping, @Nullable Object[] row, String side) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      MirrorColumn column = mapping.columns().get(i);
      if (mapping.key().contains(column.name())) {
        Object value = row[i];
        if (value == null) {
          throw new TwinhouseException(
              ErrorCode.INCORRECT_DATA,
              "Mapping '" + mapping.name() + "': a row of " + side + " has no " + column.name());
        }
        parts.add(column.name() + "=" + column.compared(value));
      }
    }
    return String.join(", ", parts);
  }

  private static List<String> cells(MirrorMapping mapping, @Nullable Object[] row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      cells.add(mapping.columns().get(i).compared(row[i]));
    }
    return cells;
  }
}
