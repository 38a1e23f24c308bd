// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import io.twinhouse.engine.frontend.ParameterScanner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Parameters as the server reads them: a value of TSV, with its escapes and {@code \N} for NULL,
 * where the statement declares a plain type, but arrays, tuples and maps as they are, for in these
 * the server takes no escapes but those of the quoted texts within.
 */
final class ParameterText {

  private static final Pattern CONTAINER =
      Pattern.compile(
          "(Nullable\\s*\\(\\s*)?"
              + "((Array|Tuple|Map|Nested)\\s*\\(|Point|Ring|(Multi)?(LineString|Polygon)).*",
          Pattern.DOTALL);

  private ParameterText() {}

  /** The request's parameters by name. */
  static Map<String, String> of(Request request) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (!request.parameters().isEmpty()) {
      Map<String, String> types = ParameterScanner.find(request.sql());
      request
          .parameters()
          .forEach(
              (name, value) -> {
                boolean asItIs = CONTAINER.matcher(types.getOrDefault(name, "")).matches();
                texts.put(name, asItIs ? value : escape(value));
              });
    }
    return texts;
  }

  private static String escape(String value) {
    if (value.equals("\\N")) {
      return value;
    }
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\0", "\\0");
  }
}
