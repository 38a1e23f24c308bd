// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.from.FromBinder.From;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.TableColumns;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import io.twinhouse.sql.lookup.JoinEngine;
import io.twinhouse.sql.rel.JoinTables.Style;
import io.twinhouse.sql.rel.LimitByKeys;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/** Tables of engine Join: the rows that they keep, and the joins that they may be in. */
final class JoinEngines {

  private final RexFactory rex;

  JoinEngines(RexFactory rex) {
    this.rex = rex;
  }

  /** The rows that are kept: none without a key, and the first of each key where one is enough. */
  From rows(From all, JoinEngine engine) {
    TableColumns table = all.columns().tables().get(0);
    List<Integer> keys = new ArrayList<>();
    RelNode rows = all.rel();
    for (String name : engine.keys()) {
      Column key = table.find(name);
      if (key == null) {
        throw new IllegalStateException("a key that is no column");
      }
      keys.add(key.index());
      if (key.type().isNullable()) {
        RexNode known = rex.call("isNotNull", rex.input(key.index(), key.type()));
        rows = Relations.filter(rows, rex.truth(known));
      }
    }
    return new From(engine.keepsFirst() ? LimitByKeys.of(rows, keys, 0, 1) : rows, all.columns());
  }

  /**
   * Checks that a table on the right is made for a join.
   *
   * @param condition over the columns of the left, then those of the right
   * @param width how many columns the left has
   * @throws TwinhouseException INCOMPATIBLE_TYPE_OF_JOIN
   */
  void check(TableDefinition table, Style style, RexNode condition, From right, int width) {
    JoinEngine engine = JoinEngine.of(table);
    if (engine.strictness() != style.strictness() || engine.kind() != style.kind()) {
      throw incompatible("Table '" + table.name() + "' has incompatible type of JOIN.");
    }
    if (style.useNulls() && (style.keepsLeft() || style.keepsRight())) {
      throw incompatible(
          "Table '"
              + table.name()
              + "' needs the same join_use_nulls setting as present in LEFT or FULL JOIN");
    }
    Set<String> found = new HashSet<>();
    for (RexNode part : RexFactory.conjuncts(condition)) {
      String key = key(part, right.columns().tables().get(0), width);
      Type kept = table.column(key).map(ColumnDefinition::type).orElse(NothingType.INSTANCE);
      requireKept(part, kept);
      found.add(key);
    }
    if (!found.equals(Set.copyOf(engine.keys()))) {
      throw incompatible(
          "The keys of a JOIN must be those of engine Join, "
              + engine.keys()
              + ", of table '"
              + table.name()
              + "'");
    }
  }

  /** Keys of the left are cast to those that are kept, which never change. */
  private static void requireKept(RexNode part, Type kept) {
    RexNode value = RexFactory.truthOf(part);
    List<Type> types = new ArrayList<>();
    if (value instanceof RexCall call) {
      call.getOperands().forEach(operand -> types.add(RexFactory.typeOf(operand).base()));
    }
    types.add(kept.base());
    if (!LeastSupertype.of(types).base().equals(kept.base())) {
      throw incompatible(
          "JOIN with 'Join' table engine should be performed by storage keys, not by what they are"
              + " cast to");
    }
  }

  /**
   * Refuses to read rows whose keys the server keeps by hashes alone.
   *
   * @throws TwinhouseException UNSUPPORTED_JOIN_KEYS
   */
  static void requireReadable(TableDefinition table) {
    List<String> keys = JoinEngine.of(table).keys();
    Type key = table.column(keys.get(0)).map(c -> c.type().base()).orElse(NothingType.INSTANCE);
    boolean one =
        key.lane() == Lane.LONG
            || key.lane() == Lane.DOUBLE
            || key instanceof StringType
            || key instanceof FixedStringType;
    if (keys.size() > 1 || !one) {
      throw Failures.of(
          ErrorCode.UNSUPPORTED_JOIN_KEYS,
          "Unsupported JOIN keys in StorageJoin " + table.name() + ": only single ones are read");
    }
  }

  /** The column of the right that a part of the condition equates with something of the left. */
  private static String key(RexNode part, TableColumns right, int width) {
    RexNode value = RexFactory.truthOf(part);
    if (value instanceof RexCall call && call.getOperator().getName().equals("equals")) {
      for (RexNode operand : call.getOperands()) {
        if (operand instanceof RexInputRef input && input.getIndex() >= width) {
          for (Column column : right.columns()) {
            if (column.index() == input.getIndex() - width) {
              return column.name();
            }
          }
        }
      }
    }
    throw incompatible("ON section of JOIN with filter conditions is not implemented");
  }

  private static TwinhouseException incompatible(String message) {
    return Failures.of(ErrorCode.INCOMPATIBLE_TYPE_OF_JOIN, message);
  }
}
