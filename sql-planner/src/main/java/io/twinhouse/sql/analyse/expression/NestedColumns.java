// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/** A Nested as one value: its columns are arrays of one length, as a value it is of tuples. */
public final class NestedColumns {

  private NestedColumns() {}

  /** The array of tuples that {@code columns} of a Nested make. */
  static RexNode array(RexFactory rex, List<Column> columns) {
    List<RexNode> arrays = columns.stream().map(column -> column.read(rex)).toList();
    List<Type> elements =
        columns.stream().map(column -> ((ArrayType) column.type()).element()).toList();
    return rex.cast(
        rex.call("arrayZip", arrays), new ArrayType(new TupleType(names(columns), elements)));
  }

  /** A tuple of one element of each of {@code columns}, called as they are within the Nested. */
  public static RexNode tuple(RexFactory rex, List<Column> columns, List<RexNode> elements) {
    List<Type> types = elements.stream().map(RexFactory::typeOf).toList();
    return rex.cast(rex.call("tuple", elements), new TupleType(names(columns), types));
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(c -> c.name().substring(c.name().lastIndexOf('.') + 1)).toList();
  }
}
