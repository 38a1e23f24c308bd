// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.ArrayList;
import java.util.List;

/** Finds the cells in which two answers differ. */
final class Comparison {

  private static final int SHOWN = 3;

  private Comparison() {}

  /** One line per differing cell, the first few of them; empty when the answers are equal. */
  static List<String> differences(String one, Answer first, String other, Answer second) {
    List<String> found = new ArrayList<>();
    if (!first.columns().equals(second.columns())) {
      found.add("columns: " + one + " " + first.columns() + ", " + other + " " + second.columns());
    }
    if (first.rows().size() != second.rows().size()) {
      found.add(
          "rows: " + one + " " + first.rows().size() + ", " + other + " " + second.rows().size());
    }
    int rows = Math.min(first.rows().size(), second.rows().size());
    for (int row = 0; row < rows && found.size() < SHOWN; row++) {
      List<String> left = first.rows().get(row);
      List<String> right = second.rows().get(row);
      for (int cell = 0; cell < Math.min(left.size(), right.size()); cell++) {
        if (!left.get(cell).equals(right.get(cell))) {
          found.add(
              "row "
                  + (row + 1)
                  + ", "
                  + first.columns().get(cell)
                  + ": "
                  + one
                  + " "
                  + left.get(cell)
                  + ", "
                  + other
                  + " "
                  + right.get(cell));
        }
      }
    }
    return found;
  }
}
