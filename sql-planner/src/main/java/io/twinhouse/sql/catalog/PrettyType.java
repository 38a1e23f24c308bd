// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;

/** Names of types as DESCRIBE shows them: a named tuple has one element a line. */
public final class PrettyType {

  private static final String STEP = "    ";

  private PrettyType() {}

  /** The name of {@code type}. */
  public static String of(Type type) {
    return of(type, "", false);
  }

  /** As SHOW CREATE has it: all tuples of several elements have one a line, no other has. */
  static String declared(Type type) {
    return of(type, "", true);
  }

  private static String of(Type type, String indent, boolean declared) {
    if (type instanceof ArrayType array && array.title() == null) {
      return "Array(" + of(array.element(), indent, declared) + ")";
    }
    if (type instanceof MapType map) {
      String key = of(map.key(), indent, declared);
      return "Map(" + key + ", " + of(map.value(), indent, declared) + ")";
    }
    if (!(type instanceof TupleType tuple) || tuple.title() != null) {
      return type.name();
    }
    boolean named = !tuple.names().isEmpty();
    int count = tuple.elements().size();
    boolean lines = declared ? count > 1 : named;
    if (!lines && (count != 1 || !declared)) {
      return type.name();
    }
    String inner = lines ? indent + STEP : indent;
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = named ? SqlPrinter.name(tuple.names().get(i)) + " " : "";
      elements.add((lines ? inner : "") + name + of(tuple.elements().get(i), inner, declared));
    }
    return (lines ? "Tuple(\n" : "Tuple(") + String.join(lines ? ",\n" : ", ", elements) + ")";
  }
}
