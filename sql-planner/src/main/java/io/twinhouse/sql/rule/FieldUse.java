// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rule;

import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is used of a column of a relation: all of it, or the value at a path of JSON cast to a type.
 *
 * @param path within JSON; empty for the column itself
 * @param cast what a Dynamic value is cast to, null for no cast
 * @param exact whether values of other types are left out, and not cast
 */
record FieldUse(int column, List<String> path, @Nullable Type cast, boolean exact) {

  FieldUse {
    path = List.copyOf(path);
  }

  static FieldUse of(int column) {
    return new FieldUse(column, List.of(), null, false);
  }

  boolean isWhole() {
    return path.isEmpty() && cast == null;
  }

  /** The type of what is used of a column of type {@code whole}. */
  Type typeWithin(Type whole) {
    if (cast != null) {
      return cast;
    }
    if (path.isEmpty()) {
      return whole;
    }
    return whole.base() instanceof JsonType json
        ? new DynamicType(json.maxTypes())
        : DynamicType.INSTANCE;
  }

  /** The column that it is of, all of it. */
  FieldUse whole() {
    return of(column);
  }

  FieldUse at(int newColumn) {
    return new FieldUse(newColumn, path, cast, exact);
  }

  /** The path {@code outer}, and within it this one. */
  List<String> pathWithin(List<String> outer) {
    List<String> whole = new ArrayList<>(outer);
    whole.addAll(path);
    return whole;
  }
}
