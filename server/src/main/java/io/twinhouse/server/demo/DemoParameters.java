// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import io.twinhouse.engine.metrics.Metric;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Values for the parameters of the page's metrics. */
final class DemoParameters {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private DemoParameters() {}

  /** The values that {@code metric} declares, and no others. */
  static Map<String, String> of(Metric metric, DemoOptions options, boolean includeAnonymous) {
    Map<String, String> values = new HashMap<>();
    values.put("projectId", Person.PROJECT);
    values.put("branchId", Person.BRANCH);
    values.put("includeAnonymous", includeAnonymous ? "1" : "0");
    values.put("since", text(options.since()));
    values.put("until", text(options.until()));
    values.put("now", MILLIS.format(options.now()));
    values.keySet().retainAll(metric.parameters().keySet());
    return values;
  }

  private static String text(Instant wholeSecond) {
    return SECONDS.format(wholeSecond);
  }
}
