// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.predicate;

/** The comparisons of a column with a constant. */
enum Comparison {
  EQUALS,
  NOT_EQUALS,
  LESS,
  LESS_OR_EQUALS,
  GREATER,
  GREATER_OR_EQUALS;

  /** By ClickHouse's function name. */
  static Comparison named(String function) {
    return switch (function) {
      case "equals" -> EQUALS;
      case "notEquals" -> NOT_EQUALS;
      case "less" -> LESS;
      case "lessOrEquals" -> LESS_OR_EQUALS;
      case "greater" -> GREATER;
      case "greaterOrEquals" -> GREATER_OR_EQUALS;
      default -> throw new IllegalArgumentException(function);
    };
  }

  /** With the sides exchanged. */
  Comparison mirrored() {
    return switch (this) {
      case EQUALS, NOT_EQUALS -> this;
      case LESS -> GREATER;
      case LESS_OR_EQUALS -> GREATER_OR_EQUALS;
      case GREATER -> LESS;
      case GREATER_OR_EQUALS -> LESS_OR_EQUALS;
    };
  }

  /** True where this is false, for values that are ordered. */
  Comparison negated() {
    return switch (this) {
      case EQUALS -> NOT_EQUALS;
      case NOT_EQUALS -> EQUALS;
      case LESS -> GREATER_OR_EQUALS;
      case LESS_OR_EQUALS -> GREATER;
      case GREATER -> LESS_OR_EQUALS;
      case GREATER_OR_EQUALS -> LESS;
    };
  }
}
