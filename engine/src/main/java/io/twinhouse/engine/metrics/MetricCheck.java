// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.ParameterScanner;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a definition before it meets a house. */
final class MetricCheck {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]*");

  private final String name;

  private MetricCheck(String name) {
    this.name = name;
  }

  static void check(
      String name,
      String sql,
      Map<String, String> parameters,
      @Nullable MetricWindow window,
      Set<String> allHistory,
      @Nullable MetricSample sample,
      long memoryBudgetBytes) {
    MetricCheck check = new MetricCheck(name);
    check.require(
        NAME.matcher(name).matches(), "'" + name + "' is no name; use letters, digits, _ . : -");
    check.require(!sql.isBlank(), "it has no query; call sql(...)");
    check.window(parameters, window);
    check.parameters(sql, parameters, window);
    check.allHistory(sql, window, allHistory);
    check.require(
        sample == null || sample.oneIn() >= 1,
        "sampled(key, oneIn) needs oneIn >= 1, where 1 keeps all");
    check.require(memoryBudgetBytes >= 0, "memoryBudget must not be negative");
  }

  private void parameters(String sql, Map<String, String> declared, @Nullable MetricWindow window) {
    Map<String, String> used = ParameterScanner.find(sql);
    used.forEach(
        (parameter, type) -> {
          String known = declared.get(parameter);
          require(
              known != null,
              "its query uses {"
                  + parameter
                  + ":"
                  + type
                  + "}; declare parameter(\""
                  + parameter
                  + "\", \""
                  + type
                  + "\")");
          require(
              known == null || typeOf(parameter, known).equals(typeOf(parameter, type)),
              "parameter " + parameter + " is declared " + known + " but used as " + type);
        });
    Set<String> idle = new TreeSet<>(declared.keySet());
    idle.removeAll(used.keySet());
    if (window != null) {
      idle.remove(window.since());
      idle.remove(window.until());
    }
    require(idle.isEmpty(), "nothing uses parameter " + idle + "; use it in sql or remove it");
  }

  private void window(Map<String, String> declared, @Nullable MetricWindow window) {
    if (window == null) {
      return;
    }
    require(!window.since().equals(window.until()), "since and until are the same parameter");
    for (String bound : new String[] {window.since(), window.until()}) {
      String type = declared.get(bound);
      require(
          type != null,
          "its window needs parameter(\"" + bound + "\", \"DateTime64(3, 'UTC')\") declared");
      Type parsed = typeOf(bound, type == null ? "DateTime" : type);
      require(
          parsed instanceof DateTimeType
              || parsed instanceof DateTime64Type
              || parsed instanceof DateType,
          "window bound " + bound + " is " + type + "; declare a Date, DateTime or DateTime64");
    }
  }

  private void allHistory(String sql, @Nullable MetricWindow window, Set<String> aliases) {
    for (String alias : aliases) {
      require(
          window != null,
          "allHistory(\"" + alias + "\") excepts a scan from a window, but there is no window");
      require(
          Pattern.compile("\\b" + Pattern.quote(alias) + "\\b").matcher(sql).find(),
          "allHistory(\"" + alias + "\") names no scan; give the table that alias in the query");
    }
  }

  private Type typeOf(String parameter, String type) {
    try {
      return TypeParser.parse(type);
    } catch (TwinhouseException unknown) {
      throw unknown.withContext("Metric " + name + ": parameter " + parameter);
    }
  }

  private void require(boolean condition, String advice) {
    if (!condition) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Metric " + name + ": " + advice);
    }
  }
}
