// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import io.twinhouse.engine.format.structure.Kind.Listed;
import io.twinhouse.engine.format.structure.Kind.Mapped;
import io.twinhouse.engine.format.structure.Kind.Named;
import io.twinhouse.engine.format.structure.Kind.Plain;
import io.twinhouse.engine.format.structure.Kind.Tupled;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kind that two values have in common, by the rules of where they stand. */
enum KindUnion {
  /** In the texts other than JSON, rows and elements alike. */
  FIELDS,
  /** In rows of JSON. */
  JSON_ROWS,
  /** In an array of JSON. */
  JSON_ELEMENTS;

  /** Null if there is none. */
  @Nullable Kind of(Kind one, Kind other) {
    if (one.equals(other)) {
      return one;
    }
    if (one == Plain.NOTHING || other == Plain.NOTHING) {
      Kind known = one == Plain.NOTHING ? other : one;
      return isMixed(known) ? Plain.UNCLEAR : known;
    }
    if (one.isUnclear() || other.isUnclear()) {
      return Plain.UNCLEAR;
    }
    if (one instanceof Plain left && other instanceof Plain right) {
      return plain(left, right);
    }
    boolean dynamic = one == Plain.DYNAMIC || other == Plain.DYNAMIC;
    return dynamic ? Plain.UNCLEAR : containers(one, other);
  }

  private @Nullable Kind containers(Kind one, Kind other) {
    if (one instanceof Listed left && other instanceof Listed right) {
      return listed(left, right);
    }
    if (one instanceof Named left && other instanceof Named right) {
      return named(left, right);
    }
    if (one instanceof Mapped left && other instanceof Mapped right) {
      Kind key = of(left.key(), right.key());
      Kind value = of(left.value(), right.value());
      return key == null || value == null ? null : new Mapped(key, value);
    }
    if (one instanceof Tupled left && other instanceof Tupled right) {
      return tupled(left.elements(), right.elements());
    }
    return null;
  }

  private @Nullable Kind listed(Listed one, Listed other) {
    if (this != FIELDS && (isOpen(one, other) || isOpen(other, one))) {
      return Plain.UNCLEAR;
    }
    Kind element = of(one.element(), other.element());
    return element == null || element == Plain.UNCLEAR ? element : new Listed(element);
  }

  /** Whether an array of nothing meets one of arrays. */
  private static boolean isOpen(Listed one, Listed other) {
    return one.element() == Plain.NOTHING && other.element() instanceof Listed;
  }

  private static boolean isMixed(Kind kind) {
    return kind == Plain.DYNAMIC || (kind instanceof Listed list && isMixed(list.element()));
  }

  private @Nullable Kind plain(Plain one, Plain other) {
    if (one.compareTo(other) > 0) {
      return plain(other, one);
    }
    if (one.isNumber() && other.isNumber()) {
      boolean torn = this != FIELDS && one == Plain.NEGATIVE && other == Plain.UNSIGNED;
      return torn ? null : other;
    }
    if (one.isTime() && (other.isTime() || other == Plain.TEXT)) {
      return other;
    }
    return this == FIELDS ? null : inJson(one, other);
  }

  private @Nullable Kind inJson(Plain one, Plain other) {
    if (one == Plain.BOOL) {
      return other.isNumber() || other == Plain.TEXT ? other : Plain.UNCLEAR;
    }
    return this == JSON_ROWS && one.isNumber() && other.compareTo(Plain.TEXT) <= 0
        ? Plain.TEXT
        : null;
  }

  private Kind named(Named one, Named other) {
    SortedMap<String, Kind> parts = new TreeMap<>(one.parts());
    for (var part : other.parts().entrySet()) {
      Kind known = parts.get(part.getKey());
      Kind joined = known == null ? part.getValue() : of(known, part.getValue());
      if (joined == null || (this == JSON_ELEMENTS && known != null && !joined.equals(known))) {
        // which of the two it is hangs on their order there
        return Plain.UNCLEAR;
      }
      parts.put(part.getKey(), joined);
    }
    return new Named(parts);
  }

  private @Nullable Kind tupled(List<Kind> one, List<Kind> other) {
    if (one.size() != other.size()) {
      return null;
    }
    List<Kind> joined = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      Kind element = of(one.get(i), other.get(i));
      if (element == null) {
        return null;
      }
      joined.add(element);
    }
    return new Tupled(joined);
  }
}
