// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.List;

/**
 * UNION, EXCEPT or INTERSECT of two or more queries. A run of the same operation with the same
 * quantifier is one node, computed from the left; INTERSECT binds more tightly than the others,
 * which are equal.
 */
public record SetOperation(
    Position position, Kind kind, Quantifier quantifier, List<Query> operands) implements Query {

  /** The operation. */
  public enum Kind {
    UNION,
    EXCEPT,
    INTERSECT
  }

  /** What happens to equal rows. */
  public enum Quantifier {
    /** Not said: for UNION the setting union_default_mode decides, the others keep doubles. */
    DEFAULT,
    ALL,
    DISTINCT
  }

  public SetOperation {
    operands = List.copyOf(operands);
    if (operands.size() < 2) {
      throw new IllegalArgumentException(kind + " of " + operands.size());
    }
  }

  /** Written out, as the one that records come with needs much more stack for a deep tree. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SetOperation that
        && kind == that.kind
        && quantifier == that.quantifier
        && operands.equals(that.operands);
  }

  @Override
  public int hashCode() {
    return operands.hashCode() * 31 + kind.hashCode();
  }
}
