// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * flattenTuple: the elements of named tuples inside named tuples side by side, each named by its
 * path; an array of tuples becomes an array for each element.
 */
final class FlatTuples {

  private final List<String> names = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();

  private FlatTuples() {}

  static BoundFunction bind(CallSite call) {
    Type given = call.arity(1).type(0);
    if (!(given.base() instanceof TupleType tuple)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Argument for function 'flattenTuple' must be Tuple or Nullable(Tuple). Got '"
              + given.name()
              + "'");
    }
    if (given.isNullable()) {
      throw call.notImplemented(given.name());
    }
    if (tuple.names().isEmpty()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Tuple argument for function 'flattenTuple' must be named. Got '" + given.name() + "'");
    }
    FlatTuples flat = new FlatTuples();
    flat.add(tuple, "", 0);
    return Bound.total(
        TupleType.named(flat.names, flat.types),
        invocation -> {
          List<Column> columns = new ArrayList<>();
          collect(tuple, invocation.flat(0), List.of(), columns);
          return TupleColumn.of(columns, invocation.rows());
        });
  }

  private void add(TupleType tuple, String path, int depth) {
    for (int i = 0; i < tuple.elements().size(); i++) {
      String name = path + (tuple.names().isEmpty() ? String.valueOf(i + 1) : tuple.names().get(i));
      Type inner = tuple.elements().get(i);
      int arrays = depth;
      while (inner instanceof ArrayType array) {
        inner = array.element();
        arrays++;
      }
      if (inner instanceof TupleType next) {
        add(next, name + '.', arrays);
      } else {
        Type type = tuple.elements().get(i);
        for (int level = 0; level < depth; level++) {
          type = new ArrayType(type);
        }
        names.add(name);
        types.add(type);
      }
    }
  }

  /** Adds the columns of {@code tuple} inside of {@code arrays}, the outermost first. */
  private static void collect(
      TupleType tuple, Column column, List<ArrayColumn> arrays, List<Column> columns) {
    for (int i = 0; i < tuple.elements().size(); i++) {
      Column element = ((TupleColumn) column).elements().get(i).flatten();
      Type inner = tuple.elements().get(i);
      List<ArrayColumn> around = new ArrayList<>(arrays);
      Column innermost = element;
      while (inner instanceof ArrayType array) {
        inner = array.element();
        around.add((ArrayColumn) innermost);
        innermost = ((ArrayColumn) innermost).elements().flatten();
      }
      if (inner instanceof TupleType next) {
        collect(next, innermost, around, columns);
      } else {
        columns.add(wrapped(arrays, element));
      }
    }
  }

  private static Column wrapped(List<ArrayColumn> arrays, Column element) {
    Column column = element;
    for (int level = arrays.size() - 1; level >= 0; level--) {
      ArrayColumn array = arrays.get(level);
      column = ArrayColumn.of(array.offsets(), column, array.size());
    }
    return column;
  }
}
