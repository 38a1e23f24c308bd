// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json.column;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Values of some types, wherever arrays, maps and tuples hold them. */
final class HeldValues {

  private HeldValues() {}

  /** Whether {@code type} is one of the {@code sought}, or holds one. */
  static boolean in(Type type, Predicate<Type> sought) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return in(array.element(), sought);
    }
    if (base instanceof MapType map) {
      return in(map.entry(), sought);
    }
    return base instanceof TupleType tuple
        ? tuple.elements().stream().anyMatch(e -> in(e, sought))
        : sought.test(base);
  }

  /**
   * The column with each of the {@code sought} values replaced.
   *
   * @param replace takes a flat column and its base type
   */
  static Column replaced(
      Column column, Type type, Predicate<Type> sought, BiFunction<Column, Type, Column> replace) {
    Type base = type.base();
    if (!in(base, sought)) {
      return column;
    }
    if (column instanceof ConstantColumn constant) {
      return ConstantColumn.of(replaced(constant.value(), type, sought, replace), column.size());
    }
    if (column instanceof ArrayColumn array) {
      Type element = base instanceof MapType map ? map.entry() : ((ArrayType) base).element();
      Column elements = replaced(array.elements(), element, sought, replace);
      return ArrayColumn.of(array.offsets(), elements, array.size());
    }
    if (column instanceof TupleColumn tuple) {
      List<Type> types = ((TupleType) base).elements();
      List<Column> elements = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        elements.add(replaced(tuple.elements().get(i), types.get(i), sought, replace));
      }
      return TupleColumn.of(elements, tuple.size());
    }
    return replace.apply(column.flatten(), base);
  }
}
