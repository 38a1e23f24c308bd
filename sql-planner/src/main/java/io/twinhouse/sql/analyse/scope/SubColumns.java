// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.engine.type.VariantType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a column that a name may go on with: {@code t.element}, {@code a.size0}. */
public final class SubColumns {

  private static final Map<String, String> OF_MAPS =
      Map.of("keys", "mapKeys", "values", "mapValues", "size0", "length");
  private static final String KEY = "key_";
  private static final Map<String, String> OF_ARRAYS = Map.of("size0", "length");

  private SubColumns() {}

  /** The functions that compute the parts of a map or array, by the part's name. */
  public static Map<String, String> functions(Type base) {
    return base instanceof MapType ? OF_MAPS : base instanceof ArrayType ? OF_ARRAYS : Map.of();
  }

  /** Whether a column of {@code type} has a part {@code name}. */
  public static boolean exists(Type type, String name) {
    Type base = type.base();
    boolean computed =
        functions(base).containsKey(name)
            || sizesDepth(base, name) > 0
            || keyOfMap(base, name) != null;
    if (base instanceof JsonType || holdsJson(base) || computed) {
      return true;
    }
    Type element = innermost(base);
    if (element.carriesType()) {
      return hasType(element, name);
    }
    TupleType tuple = tupleOf(base);
    if (tuple != null) {
      return tuple.names().contains(name) || isPosition(name, tuple.elements().size());
    }
    return name.equals("null") && type.isNullable();
  }

  /** The key that {@code name}, as key_x, means of a map; null if it means none. */
  public static @Nullable String keyOfMap(Type base, String name) {
    if (!(base instanceof MapType map) || !name.startsWith(KEY)) {
      return null;
    }
    String key = name.substring(KEY.length());
    Type type = map.key().base();
    boolean number = type instanceof IntegerType && key.matches("0|-?[1-9][0-9]{0,17}");
    return type instanceof StringType || number ? key : null;
  }

  /** How many arrays lie around those whose sizes {@code name}, as size1, means; else 0. */
  public static int sizesDepth(Type base, String name) {
    if (!name.matches("size[1-9][0-9]?")) {
      return 0;
    }
    int depth = Integer.parseInt(name.substring("size".length()));
    Type element = base;
    for (int i = 0; i < depth; i++) {
      if (!(element instanceof ArrayType array)) {
        return 0;
      }
      element = array.element();
    }
    return element instanceof ArrayType ? depth : 0;
  }

  /** Whether values of a Variant or Dynamic may be of the type of this name. */
  public static boolean hasType(Type base, String name) {
    try {
      Type named = TypeParser.parse(name);
      return !(base instanceof VariantType variant) || variant.members().contains(named);
    } catch (TwinhouseException e) {
      return false;
    }
  }

  /** Whether it is an array, perhaps of arrays, of JSON. */
  public static boolean holdsJson(Type type) {
    return type instanceof ArrayType array
        && (array.element() instanceof JsonType || holdsJson(array.element()));
  }

  /** The tuple whose elements are parts: of an array of tuples these are arrays; null for none. */
  public static @Nullable TupleType tupleOf(Type base) {
    return innermost(base) instanceof TupleType tuple ? tuple : null;
  }

  /** The type within all arrays around it. */
  public static Type innermost(Type base) {
    Type element = base;
    while (element instanceof ArrayType array) {
      element = array.element();
    }
    return element;
  }

  /** Whether {@code name} is the number of one of {@code size} elements. */
  public static boolean isPosition(String name, int size) {
    return name.matches("[1-9][0-9]{0,8}") && Integer.parseInt(name) <= size;
  }
}
