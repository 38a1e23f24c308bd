// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.compare;

/** The six comparisons. */
enum Relation {
  EQUALS("equals"),
  NOT_EQUALS("notEquals"),
  LESS("less"),
  LESS_OR_EQUALS("lessOrEquals"),
  GREATER("greater"),
  GREATER_OR_EQUALS("greaterOrEquals");

  private final String function;

  Relation(String function) {
    this.function = function;
  }

  String function() {
    return function;
  }

  boolean isEquality() {
    return this == EQUALS || this == NOT_EQUALS;
  }

  /** The relation of the operands the other way round. */
  Relation swapped() {
    return switch (this) {
      case EQUALS, NOT_EQUALS -> this;
      case LESS -> GREATER;
      case LESS_OR_EQUALS -> GREATER_OR_EQUALS;
      case GREATER -> LESS;
      case GREATER_OR_EQUALS -> LESS_OR_EQUALS;
    };
  }

  /** Whether it holds for operands of this order. */
  boolean holds(int order) {
    return switch (this) {
      case EQUALS -> order == 0;
      case NOT_EQUALS -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUALS -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUALS -> order >= 0;
    };
  }
}
