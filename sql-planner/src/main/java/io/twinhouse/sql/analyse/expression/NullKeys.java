// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.expression.Expression.SetSource;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Keys of IN for which NULL is a value: each nullable key becomes two, whether it is NULL and what
 * it is otherwise, so that sets need not know of NULLs.
 */
final class NullKeys {

  private final RexFactory rex;
  private final List<RexNode> keys;

  NullKeys(RexFactory rex, List<RexNode> keys) {
    this.rex = rex;
    this.keys = keys;
    if (keys.stream().anyMatch(k -> RexFactory.typeOf(k).base() instanceof NothingType)) {
      throw Failures.notImplemented("transform_null_in over a tuple with the constant NULL");
    }
  }

  /** Whether {@code element} is the constant NULL. */
  static boolean isNull(RexNode element) {
    ConstantOperator constant = RexFactory.constantOf(element);
    return constant != null && constant.value().isNull(0);
  }

  List<RexNode> keys() {
    return split(keys, keys);
  }

  /** The keys beside columns of a set, where NULLs of either are values. */
  List<RexNode> keys(List<RexNode> found) {
    return split(keys, found);
  }

  /** Columns of a set in the place of {@code found}, one a key. */
  List<RexNode> columns(List<RexNode> found) {
    return split(found, found);
  }

  private List<RexNode> split(List<RexNode> columns, List<RexNode> found) {
    List<RexNode> split = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      RexNode column = columns.get(i);
      boolean nullable = RexFactory.typeOf(keys.get(i)).isNullable();
      if (!nullable && !RexFactory.typeOf(found.get(i)).isNullable()) {
        split.add(column);
        continue;
      }
      split.add(rex.call("isNull", column));
      Type base = RexFactory.typeOf(column).base();
      split.add(
          RexFactory.typeOf(column).isNullable()
              ? rex.cast(
                  rex.call("ifNull", column, rex.constant(base, DefaultValues.of(base))), base)
              : column);
    }
    return split;
  }

  RexNode inValues(SetValues values, List<List<RexNode>> rows, boolean negated) {
    List<Type> types = keys.stream().map(k -> RexFactory.typeOf(k).base()).toList();
    List<ColumnBuilder> columns = new ArrayList<>();
    for (RexNode key : keys()) {
      columns.add(ColumnBuilder.of(RexFactory.typeOf(key).base()));
    }
    int count = 0;
    for (List<RexNode> row : rows) {
      List<Column> cells = cells(values, row, types);
      if (cells != null) {
        for (int i = 0; i < cells.size(); i++) {
          columns.get(i).append(cells.get(i), 0);
        }
        count++;
      }
    }
    Batch batch = Batch.of(count, columns.stream().map(ColumnBuilder::build).toList());
    RexNode in = rex.inSet(keys(), new SetSource.Rows(batch), "with NULL " + rows, negated);
    boolean dictionary =
        keys.size() == 1 && RexFactory.typeOf(keys.get(0)) instanceof LowCardinalityType;
    return dictionary ? rex.cast(in, new LowCardinalityType(IntegerType.UINT8)) : in;
  }

  private @Nullable List<Column> cells(SetValues values, List<RexNode> row, List<Type> types) {
    List<Column> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      boolean nullable = RexFactory.typeOf(keys.get(i)).isNullable();
      boolean isNull = isNull(row.get(i));
      if (isNull && !nullable) {
        return null;
      }
      if (nullable) {
        ColumnBuilder flag = ColumnBuilder.of(IntegerType.UINT8);
        flag.appendLong(isNull ? 1 : 0);
        cells.add(flag.build());
      }
      if (isNull) {
        cells.add(DefaultValues.of(types.get(i)));
        continue;
      }
      List<Column> converted = values.convert(List.of(row.get(i)), List.of(types.get(i)));
      if (converted == null) {
        return null;
      }
      cells.addAll(converted);
    }
    return cells;
  }
}
