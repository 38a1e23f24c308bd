// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import java.util.ArrayList;
import java.util.List;

/**
 * A call to be tried.
 *
 * @param arguments columns of the edge table or constants, as SQL text
 */
record Signature(String function, List<String> arguments) {

  Signature {
    arguments = List.copyOf(arguments);
  }

  /** The call as SQL text. */
  String call() {
    return "`" + function + "`(" + String.join(", ", arguments) + ")";
  }

  /** Type and values over all rows. */
  String overAllRows() {
    return "SELECT toTypeName("
        + call()
        + "), "
        + call()
        + " FROM "
        + EdgeTable.NAME
        + " ORDER BY id";
  }

  /** Type and value over one row. */
  String overRow(int row) {
    return "SELECT toTypeName("
        + call()
        + "), "
        + call()
        + " FROM "
        + EdgeTable.NAME
        + " WHERE id = "
        + row;
  }

  Signature with(int index, String argument) {
    List<String> changed = new ArrayList<>(arguments);
    changed.set(index, argument);
    return new Signature(function, changed);
  }
}
