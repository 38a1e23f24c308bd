// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.statement.ColumnDefinition;
import io.twinhouse.sql.statement.Storage;
import io.twinhouse.sql.statement.TableElements;
import io.twinhouse.sql.statement.TreeParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of functions that the server writes down when a table or a view is made: of those that
 * may be written in any case the one that system.functions lists, which their results are called
 * by.
 */
public final class FunctionNames {

  private static final Map<String, String> CANONICAL = read();

  private FunctionNames() {}

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    for (String line : SystemSchemas.lines("function-names.tsv")) {
      String[] fields = line.split("\t", -1);
      names.put(fields[0], fields[1]);
    }
    return Map.copyOf(names);
  }

  /** The statement with these names. */
  @SuppressWarnings("unchecked")
  public static <T extends Record> T in(T statement) {
    return (T) part(statement);
  }

  private static Object part(Object part) {
    if (part instanceof List<?> many) {
      boolean same = true;
      List<Object> changed = new ArrayList<>(many.size());
      for (Object one : many) {
        Object other = part(one);
        same &= other == one;
        changed.add(other);
      }
      return same ? part : changed;
    }
    if (part instanceof TypeName || !(part instanceof Record record)) {
      return part;
    }
    Object within = TreeParts.rebuild(record, inner -> inner == null ? null : kept(record, inner));
    return within instanceof Call call ? named(call) : within;
  }

  /** Names of engines, codecs and kinds of indexes are none of functions. */
  private static @Nullable Object kept(Record whole, Object inner) {
    boolean other =
        whole instanceof Storage storage && isSame(inner, storage.engine())
            || whole instanceof Storage.Ttl ttl && isSame(inner, ttl.codec())
            || whole instanceof TableElements.Index index && isSame(inner, index.type())
            || whole instanceof ColumnDefinition column
                && !isSame(inner, column.defaultValue())
                && !isSame(inner, column.ttl());
    return other ? inner : part(inner);
  }

  private static boolean isSame(Object one, @Nullable Object other) {
    return one == other;
  }

  private static Call named(Call call) {
    String name = CANONICAL.get(call.name().toLowerCase(Locale.ROOT));
    return name == null || name.equals(call.name())
        ? call
        : new Call(
            call.position(), name, call.parameters(), call.arguments(), call.nulls(), call.over());
  }
}
