// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.Map;

/** The parts of a column that a name may go on with: {@code t.element}, {@code a.size0}. */
public final class SubColumns {

  private static final Map<String, String> OF_MAPS =
      Map.of("keys", "mapKeys", "values", "mapValues", "size0", "length");
  private static final Map<String, String> OF_ARRAYS = Map.of("size0", "length");

  private SubColumns() {}

  /** The functions that compute the parts of a map or array, by the part's name. */
  public static Map<String, String> functions(Type base) {
    return base instanceof MapType ? OF_MAPS : base instanceof ArrayType ? OF_ARRAYS : Map.of();
  }

  /** Whether a column of {@code type} has a part {@code name}. */
  public static boolean exists(Type type, String name) {
    Type base = type.base();
    if (base instanceof JsonType || functions(base).containsKey(name)) {
      return true;
    }
    if (base instanceof TupleType tuple) {
      return tuple.names().contains(name) || isPosition(name, tuple.elements().size());
    }
    return name.equals("null") && type.isNullable();
  }

  /** Whether {@code name} is the number of one of {@code size} elements. */
  public static boolean isPosition(String name, int size) {
    return name.matches("[1-9][0-9]{0,8}") && Integer.parseInt(name) <= size;
  }
}
