// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;

/**
 * The sub-columns size0, size1, ... of arrays: how long the arrays at each depth are. Stateless.
 */
final class ArraySizes {

  private ArraySizes() {}

  static BoundFunction bind(CallSite call, ArrayType array, String name) {
    if (!name.matches("size[0-9]{1,2}")) {
      throw call.notImplemented("the sub-column " + name + " of " + array.name());
    }
    int depth = Integer.parseInt(name.substring("size".length()));
    Type element = array;
    Type result = IntegerType.UINT64;
    for (int i = 0; i < depth; i++) {
      element = element instanceof ArrayType outer ? outer.element() : IntegerType.UINT64;
      result = new ArrayType(result);
    }
    if (!(element instanceof ArrayType)) {
      throw call.notImplemented("the sub-column " + name + " of " + array.name());
    }
    return Bound.of(result, invocation -> sizes(invocation.argument(0).flatten(), depth));
  }

  private static Column sizes(Column column, int depth) {
    ArrayColumn arrays = (ArrayColumn) column;
    int[] offsets = arrays.offsets();
    int rows = arrays.size();
    if (depth > 0) {
      return ArrayColumn.of(offsets, sizes(arrays.elements().flatten(), depth - 1), rows);
    }
    long[] sizes = new long[rows];
    for (int row = 0; row < rows; row++) {
      sizes[row] = (long) offsets[row + 1] - offsets[row];
    }
    return LongColumn.of(sizes, rows, null);
  }
}
