// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Entries by name and alias: exact spelling first, then the names that accept any spelling. */
final class NameIndex<T> {

  private final Map<String, T> entries = new TreeMap<>();
  private final Map<String, T> exact = new HashMap<>();
  private final Map<String, T> anyCase = new HashMap<>();

  void add(String name, FunctionTraits traits, T entry) {
    if (entries.put(name, entry) != null) {
      throw new IllegalArgumentException("two functions called " + name);
    }
    addName(name, traits, entry);
    for (String alias : traits.aliases()) {
      addName(alias, traits, entry);
    }
  }

  private void addName(String name, FunctionTraits traits, T entry) {
    exact.put(name, entry);
    if (Spelling.isAnyCase(name, traits)) {
      anyCase.put(name.toLowerCase(Locale.ROOT), entry);
    }
  }

  @Nullable T find(String name) {
    T entry = exact.get(name);
    return entry != null ? entry : anyCase.get(name.toLowerCase(Locale.ROOT));
  }

  Collection<T> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }
}
