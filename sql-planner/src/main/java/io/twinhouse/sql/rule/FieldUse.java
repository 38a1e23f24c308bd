// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is used of a column of a relation: all of it, or the value at a path of JSON cast to a type.
 *
 * @param path within JSON; empty for the column itself
 * @param cast what a Dynamic value is cast to, null for no cast
 */
record FieldUse(int column, List<String> path, @Nullable Type cast) {

  FieldUse {
    path = List.copyOf(path);
  }

  static FieldUse of(int column) {
    return new FieldUse(column, List.of(), null);
  }

  boolean isWhole() {
    return path.isEmpty() && cast == null;
  }

  /**
   * The type of what is used.
   *
   * @param name of the column, for the error
   * @param whole the column's type
   * @throws TwinhouseException NOT_IMPLEMENTED for a path of JSON without a cast
   */
  Type typeWithin(String name, Type whole) {
    if (isWhole()) {
      return whole;
    }
    if (cast == null) {
      String dotted = name + "." + String.join(".", path);
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The Dynamic value of JSON path "
              + dotted
              + " is not supported; cast it: CAST("
              + dotted
              + ", 'Nullable(String)')");
    }
    return cast;
  }

  FieldUse at(int newColumn) {
    return new FieldUse(newColumn, path, cast);
  }

  /** The path {@code outer}, and within it this one. */
  List<String> pathWithin(List<String> outer) {
    List<String> whole = new ArrayList<>(outer);
    whole.addAll(path);
    return whole;
  }
}
