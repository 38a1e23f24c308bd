// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The paths that the declaration of a JSON column gives a type. */
final class JsonPaths {

  private JsonPaths() {}

  /** The declared type of {@code path}, or null if it is Dynamic. */
  static @Nullable Type declaredType(JsonType json, List<String> path) {
    String wanted = String.join(".", path);
    int depth = 0;
    int from = 0;
    String arguments = json.arguments();
    for (int i = 0; i <= arguments.length(); i++) {
      char c = i == arguments.length() ? ',' : arguments.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        String argument = arguments.substring(from, i).strip();
        from = i + 1;
        int space = argument.indexOf(' ');
        if (space > 0 && argument.substring(0, space).replace("`", "").equals(wanted)) {
          return TypeParser.parse(argument.substring(space + 1).strip());
        }
      }
    }
    return null;
  }
}
