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
    return of(type, "");
  }

  private static String of(Type type, String indent) {
    if (type instanceof ArrayType array) {
      return "Array(" + of(array.element(), indent) + ")";
    }
    if (type instanceof MapType map) {
      return "Map(" + of(map.key(), indent) + ", " + of(map.value(), indent) + ")";
    }
    if (!(type instanceof TupleType tuple) || tuple.names().isEmpty()) {
      return type.name();
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < tuple.names().size(); i++) {
      String inner = indent + STEP;
      lines.add(
          inner + SqlPrinter.name(tuple.names().get(i)) + " " + of(tuple.elements().get(i), inner));
    }
    return "Tuple(\n" + String.join(",\n", lines) + ")";
  }
}
