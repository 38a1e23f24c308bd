// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.metrics;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Rewrites;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
 * -- guard: refuse | warn | off
 * -- shared: on | off
 * -- latest: final | arg_max
 * -- memory budget: bytes
 * </pre>
 *
 * <p>Everything that is wrong with a file is said at once, each with its line.
 */
public final class MetricFile {

  private static final Pattern HEADER = Pattern.compile("-- ([a-z ]+): (.*)");

  private enum Switch {
    ON,
    OFF
  }

  private final String name;
  private final List<String> problems = new ArrayList<>();

  private MetricFile(String name) {
    this.name = name;
  }

  /**
   * The metric in {@code text}.
   *
   * @param name of the file, for messages
   * @throws TwinhouseException BAD_ARGUMENTS with every line that is wrong
   */
  public static Metric parse(String name, String text) {
    List<String> problems = new ArrayList<>();
    Metric metric = parse(name, text, problems);
    if (metric == null) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, String.join("\n", problems));
    }
    return metric;
  }

  /**
   * The metrics in resources of {@code owner}'s class path.
   *
   * @param folder begins and ends with a slash
   * @param files names without {@code .sql}
   * @throws TwinhouseException BAD_ARGUMENTS with every problem of every file
   */
  public static List<Metric> load(Class<?> owner, String folder, List<String> files) {
    List<String> problems = new ArrayList<>();
    List<Metric> metrics = new ArrayList<>();
    for (String file : files) {
      String resource = folder + file + ".sql";
      Metric metric = parse(file + ".sql", text(owner, resource), problems);
      if (metric != null) {
        metrics.add(metric);
      }
    }
    if (!problems.isEmpty()) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, String.join("\n", problems));
    }
    return metrics;
  }

  private static String text(Class<?> owner, String resource) {
    try (InputStream in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS, "There is no metric file " + resource + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static @Nullable Metric parse(String name, String text, List<String> problems) {
    MetricFile file = new MetricFile(name);
    Metric metric = file.read(text.split("\n"));
    problems.addAll(file.problems);
    return metric;
  }

  private @Nullable Metric read(String[] lines) {
    Matcher first = HEADER.matcher(lines[0]);
    if (!first.matches() || !first.group(1).equals("metric")) {
      problem(1, "'" + lines[0] + "' must be '-- metric: name'");
      return null;
    }
    MetricBuilder metric = Metric.named(first.group(2).strip());
    int line = 1;
    for (; line < lines.length; line++) {
      Matcher header = HEADER.matcher(lines[line]);
      if (!header.matches()) {
        break;
      }
      apply(metric, header.group(1), header.group(2).strip(), line + 1);
    }
    String sql = String.join("\n", List.of(lines).subList(line, lines.length)).strip();
    try {
      Metric read = metric.sql(sql).build();
      return problems.isEmpty() ? read : null;
    } catch (TwinhouseException wrong) {
      problem(line + 1, String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  private void apply(MetricBuilder metric, String key, String value, int line) {
    String[] words = value.split(" +");
    switch (key) {
      case "about" -> metric.describedAs(value);
      case "parameter" -> {
        String[] nameAndType = value.split(" +", 2);
        if (hasWords(nameAndType, 2, "name and type", line)) {
          metric.parameter(nameAndType[0], nameAndType[1]);
        }
      }
      case "window" -> {
        if (hasWords(words, 3, "column, since and until", line)) {
          metric.window(words[0], words[1], words[2]);
        }
      }
      case "all history" -> metric.allHistory(words);
      case "distinct" -> oneOf(DistinctMode.class, value, line).ifPresent(metric::distinct);
      case "shared" ->
          oneOf(Switch.class, value, line).ifPresent(s -> metric.shared(s == Switch.ON));
      case "latest" -> oneOf(Rewrites.Latest.class, value, line).ifPresent(metric::latest);
      case "guard" -> oneOf(Rewrites.Guard.class, value, line).ifPresent(metric::guard);
      case "sample" -> {
        if (hasWords(words, 2, "column and N", line)) {
          number(words[1], line).ifPresent(n -> metric.sampled(words[0], Math.toIntExact(n)));
        }
      }
      case "memory budget" -> number(value, line).ifPresent(metric::memoryBudget);
      default ->
          problem(
              line,
              "there is no header '"
                  + key
                  + "'; there are about, parameter, window, all history, distinct, sample, guard,"
                  + " shared, latest and memory budget");
    }
  }

  private boolean hasWords(String[] words, int count, String wanted, int line) {
    if (words.length != count) {
      problem(line, "expected " + wanted + ", found " + words.length + " words");
    }
    return words.length == count;
  }

  private OptionalLong number(String text, int line) {
    if (text.matches("[0-9]{1,9}")) {
      return OptionalLong.of(Long.parseLong(text));
    }
    problem(line, "'" + text + "' is no number of up to nine digits");
    return OptionalLong.empty();
  }

  private <E extends Enum<E>> Optional<E> oneOf(Class<E> kind, String text, int line) {
    List<String> names =
        Arrays.stream(kind.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    if (names.contains(text)) {
      return Optional.of(Enum.valueOf(kind, text.toUpperCase(Locale.ROOT)));
    }
    problem(line, "'" + text + "' is none of " + String.join(", ", names));
    return Optional.empty();
  }

  private void problem(int line, String advice) {
    problems.add(name + ":" + line + ": " + advice);
  }
}
