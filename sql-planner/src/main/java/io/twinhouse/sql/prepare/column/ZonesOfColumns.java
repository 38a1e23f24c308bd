// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare.column;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The zone that times of a new table keep: that of the session which makes it, until the server
 * reads the table's definition anew.
 */
public record ZonesOfColumns(ZoneId session) {

  /**
   * @throws TwinhouseException NOT_IMPLEMENTED where what is computed of such times would be kept,
   *     as the server computes it otherwise once it has read the definition anew
   */
  public TableDefinition of(TableDefinition table) {
    List<ColumnDefinition> columns = table.columns().stream().map(this::made).toList();
    if (columns.equals(table.columns())) {
      return table;
    }
    boolean computes =
        table.partitionBy() != null
            || table.ttl() != null
            || !table.indexes().isEmpty()
            || !table.constraints().isEmpty()
            || !table.projections().isEmpty()
            || columns.stream().anyMatch(c -> c.expression() != null || c.ttl() != null)
            || !table.orderBy().stream().allMatch(key -> table.column(key).isPresent());
    if (computes) {
      throw refusal();
    }
    return table.toBuilder().columns(columns).build();
  }

  /**
   * One column of a table that is there.
   *
   * @throws TwinhouseException as {@link #of(TableDefinition)}
   */
  public ColumnDefinition of(ColumnDefinition column) {
    ColumnDefinition made = made(column);
    if (!made.equals(column) && (column.expression() != null || column.ttl() != null)) {
      throw refusal();
    }
    return made;
  }

  /**
   * Refuses to attach a table in a session of another zone than the server's: the server takes that
   * zone for its times from then on.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  public void requireServer() {
    if (CarriedZones.in(CarriedZones.made(new DateTimeType(null), session))) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "ATTACH TABLE in a session of the zone "
              + session
              + " is not supported: run it without session_timezone");
    }
  }

  /** The columns of a view, which go by the zones of what it reads. */
  public static List<ColumnDefinition> dropped(List<ColumnDefinition> columns) {
    return columns.stream()
        .map(column -> column.ofType(CarriedZones.dropped(column.type())))
        .toList();
  }

  /**
   * Refuses an UPDATE or DELETE in a session of another zone than the server's that has texts
   * beside times: the server reads some of them by the one clock and some by the other.
   *
   * @param assignments the new values by column
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  public void requireNoTexts(
      TableDefinition table, String condition, Map<String, String> assignments) {
    List<String> times =
        table.columns().stream()
            .filter(column -> isShifted(column.type()))
            .map(ColumnDefinition::name)
            .toList();
    boolean mixed = isMixed(condition, times);
    for (Map.Entry<String, String> assignment : assignments.entrySet()) {
      String value = assignment.getValue();
      mixed |= isMixed(value, times);
      mixed |= times.contains(assignment.getKey()) && value.contains("'");
    }
    if (mixed) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "UPDATE or DELETE with texts beside times without a zone is not supported in a session"
              + " of the zone "
              + session
              + ": run it without session_timezone, or give the times as numbers");
    }
  }

  private boolean isShifted(Type type) {
    return CarriedZones.in(CarriedZones.stored(type, session))
        || CarriedZones.in(CarriedZones.made(type, session));
  }

  private static boolean isMixed(String expression, List<String> times) {
    return expression.contains("'")
        && times.stream()
            .map(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b"))
            .anyMatch(name -> name.matcher(expression).find());
  }

  private ColumnDefinition made(ColumnDefinition column) {
    return column.ofType(CarriedZones.made(column.type(), session));
  }

  private TwinhouseException refusal() {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Columns of times without a zone beside expressions of a table that is made in a session of"
            + " the zone "
            + session
            + " are not supported: name the zone in the types of the columns, as DateTime('"
            + session
            + "') does, or make the table without session_timezone");
  }
}
