// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.Type;
import java.util.function.UnaryOperator;

/**
 * The values of one type in arrays of Dynamic or Variant: arrays of the same lengths.
 *
 * @param element the innermost type
 * @param depth how many arrays are around it
 */
record ElementsWithin(Type element, int depth) {

  static ElementsWithin of(Type given) {
    Type type = given;
    int depth = 0;
    while (type instanceof ArrayType array) {
      type = array.element();
      depth++;
    }
    return new ElementsWithin(type, depth);
  }

  /** Arrays of {@code inner} as deep as these. */
  Type arrays(Type inner) {
    Type type = inner;
    for (int i = 0; i < depth; i++) {
      type = new ArrayType(type);
    }
    return type;
  }

  /** The column with what {@code of} makes of its innermost values. */
  Column replaced(Column column, UnaryOperator<Column> of) {
    return replaced(column, depth, of);
  }

  private static Column replaced(Column column, int depth, UnaryOperator<Column> of) {
    if (depth == 0) {
      return of.apply(column);
    }
    ArrayColumn arrays = (ArrayColumn) column.flatten();
    return ArrayColumn.of(
        arrays.offsets(), replaced(arrays.elements(), depth - 1, of), arrays.size());
  }
}
