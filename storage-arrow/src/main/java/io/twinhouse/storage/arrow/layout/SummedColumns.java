// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.layout;

import io.twinhouse.engine.type.Quoting;
import java.util.ArrayList;
import java.util.List;

/** The argument of SummingMergeTree: a column or several in brackets. */
final class SummedColumns {

  private SummedColumns() {}

  /** The names; none where all numbers are summed. */
  static List<String> of(List<String> arguments) {
    if (arguments.isEmpty()) {
      return List.of();
    }
    String text = arguments.get(0).trim();
    if (text.startsWith("tuple(")) {
      text = text.substring("tuple".length());
    }
    if (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1);
    }
    List<String> names = new ArrayList<>();
    for (String name : text.split(",")) {
      String plain = name.trim();
      if (!plain.isEmpty()) {
        names.add(Quoting.unquoted(plain));
      }
    }
    return names;
  }
}
