// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.metrics.DistinctMode;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.MetricBuilder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a metric from SQL text whose first lines are comments of the form {@code -- key: value}:
 *
 * <pre>
 * -- metric: name                          (first, once)
 * -- about: one sentence
 * -- parameter: name Type                  (each)
 * -- window: column since until            (names of parameters)
 * -- all history: alias
 * -- distinct: exact | hashed
 * -- sample: column N
 * -- memory budget: bytes
 * </pre>
 */
public final class MetricFile {

  private static final Pattern HEADER = Pattern.compile("-- ([a-z ]+): (.*)");

  private MetricFile() {}

  /**
   * The metric in {@code text}.
   *
   * @throws TwinhouseException BAD_ARGUMENTS with the line that is wrong
   */
  public static Metric parse(String text) {
    String[] lines = text.split("\n");
    Matcher first = HEADER.matcher(lines[0]);
    if (!first.matches() || !first.group(1).equals("metric")) {
      throw wrong(lines[0], "the first line must be '-- metric: name'");
    }
    MetricBuilder metric = Metric.named(first.group(2).strip());
    int line = 1;
    for (; line < lines.length; line++) {
      Matcher header = HEADER.matcher(lines[line]);
      if (!header.matches()) {
        break;
      }
      apply(metric, header.group(1), header.group(2).strip(), lines[line]);
    }
    StringBuilder sql = new StringBuilder();
    for (; line < lines.length; line++) {
      sql.append(lines[line]).append('\n');
    }
    return metric.sql(sql.toString().strip()).build();
  }

  private static void apply(MetricBuilder metric, String key, String value, String line) {
    String[] words = value.split(" +");
    switch (key) {
      case "about" -> metric.describedAs(value);
      case "parameter" -> {
        String[] nameAndType = value.split(" +", 2);
        requireWords(nameAndType, 2, line);
        metric.parameter(nameAndType[0], nameAndType[1]);
      }
      case "window" -> {
        requireWords(words, 3, line);
        metric.window(words[0], words[1], words[2]);
      }
      case "all history" -> metric.allHistory(words);
      case "distinct" -> metric.distinct(DistinctMode.valueOf(value.toUpperCase(Locale.ROOT)));
      case "sample" -> {
        requireWords(words, 2, line);
        metric.sampled(words[0], Integer.parseInt(words[1]));
      }
      case "memory budget" -> metric.memoryBudget(Long.parseLong(value));
      default -> throw wrong(line, "no such header; see MetricFile");
    }
  }

  private static void requireWords(String[] words, int count, String line) {
    if (words.length != count) {
      throw wrong(line, "expected " + count + " words after the colon, found " + words.length);
    }
  }

  private static TwinhouseException wrong(String line, String advice) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "'" + line + "': " + advice);
  }
}
