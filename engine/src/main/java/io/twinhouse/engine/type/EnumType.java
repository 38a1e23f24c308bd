// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enum8 and Enum16: names for numbers, kept in order of the numbers. */
public record EnumType(int bits, Map<Integer, String> names) implements Type {

  public EnumType {
    names = Collections.unmodifiableMap(new TreeMap<>(names));
  }

  @Override
  public String name() {
    return names.entrySet().stream()
        .map(e -> Quoting.text(e.getValue()) + " = " + e.getKey())
        .collect(Collectors.joining(", ", "Enum" + bits + "(", ")"));
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }

  /** The lowest number: what a column holds where nothing was said; 0 if there are no names. */
  public int lowest() {
    return names.isEmpty() ? 0 : names.keySet().iterator().next();
  }

  /** The number named {@code name}, or null. */
  public @Nullable Integer numberOf(String name) {
    for (Map.Entry<Integer, String> entry : names.entrySet()) {
      if (entry.getValue().equals(name)) {
        return entry.getKey();
      }
    }
    return null;
  }
}
