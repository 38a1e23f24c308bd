// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.util.List;
import java.util.stream.Collectors;

/** Names of types over several lines, as toTypeName prints tuples with names. */
final class PrettyTypeName {

  private PrettyTypeName() {}

  static String of(Type type) {
    return of(type, 0);
  }

  private static String of(Type type, int indent) {
    if (type instanceof ArrayType array && array.title() == null) {
      return "Array(" + of(array.element(), indent) + ")";
    }
    if (type instanceof MapType map) {
      return "Map(" + of(map.key(), indent) + ", " + of(map.value(), indent) + ")";
    }
    if (type instanceof VariantType variant && variant.title() == null) {
      return variant.members().stream()
          .map(member -> of(member, indent))
          .collect(Collectors.joining(", ", "Variant(", ")"));
    }
    if (!(type instanceof TupleType tuple) || tuple.title() != null) {
      return type.name();
    }
    if (tuple.names().isEmpty()) {
      return tuple.elements().stream()
          .map(e -> of(e, indent))
          .collect(Collectors.joining(", ", "Tuple(", ")"));
    }
    StringBuilder text = new StringBuilder("Tuple(");
    String line = "\n" + " ".repeat(indent + 4);
    for (int i = 0; i < tuple.elements().size(); i++) {
      Type element = tuple.elements().get(i);
      String named = TupleType.named(List.of(tuple.names().get(i)), List.of(element)).name();
      // What the tuple of one prints before the type is the name, quoted where it must be.
      String name = named.substring(6, named.length() - 1 - element.name().length());
      text.append(i == 0 ? "" : ",").append(line).append(name).append(of(element, indent + 4));
    }
    return text.append(")").toString();
  }
}
