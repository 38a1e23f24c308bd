// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import java.util.List;
import java.util.SortedMap;

/** What values of a column look like. Only what ClickHouse takes for the same is told apart. */
sealed interface Kind {

  /** Kinds without parts. */
  enum Plain implements Kind {
    /** Empty or NULL: every type has it. */
    NOTHING("String"),
    BOOL("Bool"),
    INTEGER("Int64"),
    NEGATIVE("Int64"),
    UNSIGNED("UInt64"),
    FLOAT("Float64"),
    DATE("Date"),
    TIME("DateTime"),
    FINE_TIME("DateTime64(9)"),
    TEXT("String"),
    DYNAMIC("Dynamic"),
    /** The server might see it with other eyes. */
    UNCLEAR("");

    private final String sql;

    Plain(String sql) {
      this.sql = sql;
    }

    /** ClickHouse's name of the type. */
    String sql() {
      return sql;
    }

    boolean isNumber() {
      return compareTo(INTEGER) >= 0 && compareTo(FLOAT) <= 0;
    }

    boolean isTime() {
      return compareTo(DATE) >= 0 && compareTo(FINE_TIME) <= 0;
    }
  }

  /** An array; of {@link Plain#NOTHING} where no element tells. */
  record Listed(Kind element) implements Kind {}

  /** A tuple without names. */
  record Tupled(List<Kind> elements) implements Kind {}

  /** A map of the texts other than JSON. */
  record Mapped(Kind key, Kind value) implements Kind {}

  /** An object of JSON. */
  record Named(SortedMap<String, Kind> parts) implements Kind {}

  /** Whether a part of it is unclear. */
  default boolean isUnclear() {
    if (this instanceof Listed list) {
      return list.element().isUnclear();
    }
    if (this instanceof Tupled tuple) {
      return tuple.elements().stream().anyMatch(Kind::isUnclear);
    }
    if (this instanceof Mapped map) {
      return map.key().isUnclear() || map.value().isUnclear();
    }
    if (this instanceof Named object) {
      return object.parts().values().stream().anyMatch(Kind::isUnclear);
    }
    return this == Plain.UNCLEAR;
  }

  /** Whether nothing of it is left open. */
  default boolean isWhole() {
    if (this instanceof Listed list) {
      return list.element().isWhole();
    }
    if (this instanceof Tupled tuple) {
      return tuple.elements().stream().allMatch(Kind::isWhole);
    }
    if (this instanceof Mapped map) {
      return map.key().isWhole() && map.value().isWhole();
    }
    return this != Plain.NOTHING;
  }
}
