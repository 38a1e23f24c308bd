// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.type.JsonType;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of a sub-column of a JSON value: {@code a.b}, {@code ^`a`.b}, {@code a.b.:`Int64`}.
 *
 * @param path its steps
 * @param object whether it is the object at the path, and not the value
 * @param type the type whose values are meant, empty for all
 */
record SubcolumnName(List<String> path, boolean object, String type) {

  SubcolumnName {
    path = List.copyOf(path);
  }

  static SubcolumnName parse(String name) {
    boolean object = name.startsWith("^`") && isStep(name, name.indexOf('`', 2));
    int typeAt = name.endsWith("`") ? name.indexOf(".:`") : -1;
    typeAt = typeAt + 4 < name.length() ? typeAt : -1; // a lone quote closes nothing
    String type = typeAt < 0 ? "" : name.substring(typeAt + 3, name.length() - 1);
    String path = typeAt < 0 ? name : name.substring(0, typeAt);
    List<String> steps = new ArrayList<>();
    if (object) {
      int end = path.indexOf('`', 2);
      steps.add(path.substring(2, end));
      path = end + 2 <= path.length() ? path.substring(end + 2) : "";
    }
    if (!path.isEmpty()) {
      steps.addAll(List.of(path.split("\\.", -1)));
    }
    return new SubcolumnName(steps, object, type);
  }

  /** Where the dot is behind the type of a path that goes on; negative if none does. */
  static int beyondType(String name) {
    int type = name.indexOf(".:`");
    int end = type < 0 ? -1 : name.indexOf("`.", type + 3);
    return end < 0 ? -1 : end + 1;
  }

  /**
   * The type that is meant by a name behind a path: arrays of JSON share the limits of the whole.
   */
  static String within(JsonType json, String type) {
    return type.matches("(Array\\()+(Nullable\\()?JSON\\)+")
        ? type.replace("JSON", json.inArrays().name())
        : type;
  }

  private static boolean isStep(String name, int end) {
    return end > 0 && (end + 1 == name.length() || name.charAt(end + 1) == '.');
  }
}
