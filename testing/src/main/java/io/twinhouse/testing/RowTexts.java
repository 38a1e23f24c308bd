// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import java.util.List;

/** Rows as lines of tab-separated texts. */
final class RowTexts {

  private RowTexts() {}

  /** One line a row, each with its end; NULL is {@code \\N}. */
  static String of(List<? extends List<?>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<?> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        Object value = row.get(i);
        text.append(i == 0 ? "" : "\t").append(value == null ? "\\N" : escaped(value.toString()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
