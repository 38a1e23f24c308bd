// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tuple(...): {@code names} is empty for an unnamed tuple, else one name an element.
 *
 * @param title the name of the type itself, null for one that is described by its elements
 */
public record TupleType(List<String> names, List<Type> elements, @Nullable String title)
    implements Type {

  public TupleType {
    names = List.copyOf(names);
    elements = List.copyOf(elements);
    if (!names.isEmpty() && names.size() != elements.size()) {
      throw new IllegalArgumentException(names.size() + " names for " + elements.size() + " types");
    }
  }

  public TupleType(List<String> names, List<Type> elements) {
    this(names, elements, null);
  }

  public static TupleType of(List<Type> elements) {
    return new TupleType(List.of(), elements);
  }

  public static TupleType named(List<String> names, List<Type> elements) {
    return new TupleType(names, elements);
  }

  @Override
  public String name() {
    if (title != null) {
      return title;
    }
    if (names.isEmpty()) {
      return elements.stream().map(Type::name).collect(Collectors.joining(", ", "Tuple(", ")"));
    }
    StringBuilder text = new StringBuilder("Tuple(");
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(Quoting.nameIfNeeded(names.get(i)));
      text.append(' ').append(elements.get(i).name());
    }
    return text.append(')').toString();
  }

  @Override
  public Type structure() {
    return new TupleType(names, elements.stream().map(Type::structure).toList());
  }

  @Override
  public boolean isOpaque() {
    return elements.stream().anyMatch(Type::isOpaque);
  }

  @Override
  public Lane lane() {
    return Lane.TUPLE;
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }
}
