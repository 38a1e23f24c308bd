// SPDX-License-Identifier: Apache-2.0

import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.server.demo.Answer;
import io.twinhouse.server.demo.DemoHouse;
import io.twinhouse.server.demo.DemoOptions;
import io.twinhouse.server.demo.Question;
import io.twinhouse.server.metrics.InternalMetrics;
import io.twinhouse.server.metrics.MetricVariants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The internal page in the shapes it was first written in, beside what it is now: payloads read as
 * whole JSON text and taken apart, no lower bound of time, distinct rows of a day and a user
 * shipped to the client. Prints the least peak of two runs of each shape (of one run of whole JSON),
 * and the time and the bytes read of that run, as TSV, for each house given; at the end of a house
 * the sums of peaks, times and bytes and the longest time; ClickHouse takes the join algorithm that was the default for the
 * old shapes, and the metrics profile's for the new ones, of which the variant counts that answers
 * the same with the least memory. BENCH_USERS says how many users with nine events each,
 * BENCH_METRICS which metrics, as a regular expression, BENCH_WHOLE which of these from whole JSON
 * too, which takes ClickHouse minutes each, and BENCH_THREADS its threads.
 *
 * <pre>java -cp CLASSES Originals.java arrow:memory: clickhouse:http://127.0.0.1:8123</pre>
 */
final class Originals {

  /** A path of a payload, read as a typed column. */
  private static final Pattern PATH = Pattern.compile("CAST\\((e\\.)?data\\.([\\w.]+), '(.*?)'\\)");

  private Originals() {}

  public static void main(String[] arguments) {
    int users = Integer.parseInt(setting("BENCH_USERS", "300000"));
    DemoOptions options = new DemoOptions(users, 365, 9, 42, DemoOptions.NOW);
    System.out.println(
        "house\tthreads\tmetric\twhole_json_mib\tunbounded_mib\tnow_mib\tfactor"
            + "\twhole_json_ms\tunbounded_ms\tnow_ms\trows");
    for (String url : arguments) {
      boolean remote = url.startsWith("clickhouse:");
      try (DemoHouse house =
          DemoHouse.load(remote ? "ClickHouse" : "embedded", url, options, rows -> {})) {
        for (String threads :
            remote ? setting("BENCH_THREADS", "2,8").split(",") : new String[] {"2"}) {
          measure(house, remote, threads);
        }
      }
    }
  }

  private static String setting(String name, String usual) {
    return System.getenv().getOrDefault(name, usual);
  }

  private static void measure(DemoHouse house, boolean remote, String threads) {
    String now = remote ? "\nSETTINGS max_threads = " + threads : "";
    String before = remote ? now + ", join_algorithm = 'parallel_hash,hash'" : "";
    String name = house.name() + "\t" + threads;
    Map<String, List<Answer>> shapes = new LinkedHashMap<>();
    for (Metric metric : InternalMetrics.page()) {
      if (!metric.name().matches(setting("BENCH_METRICS", ".*"))) {
        continue;
      }
      boolean wanted = metric.name().matches(setting("BENCH_WHOLE", ".*"));
      Answer whole = wanted ? ask(house, original(metric), before, 1) : null;
      Answer unbounded = ask(house, metric.unbounded(), before, 2);
      Answer bounded = leanest(house, metric, now);
      boolean shipped = metric.name().endsWith("Split");
      boolean same = whole != null && whole.rows().equals(unbounded.rows());
      String rows =
          whole == null
              ? "not asked"
              : shipped ? whole.rows().size() + " rows shipped" : same ? "EQ" : "DIFF";
      print(name, metric.name(), whole, unbounded, bounded, rows);
      keep(shapes, "whole JSON", whole);
      keep(shapes, "unbounded", unbounded);
      keep(shapes, "now", bounded);
    }
    shapes.forEach((shape, answers) -> total(name, shape, answers));
  }

  private static void keep(Map<String, List<Answer>> shapes, String shape, Answer answer) {
    if (answer != null) {
      shapes.computeIfAbsent(shape, s -> new ArrayList<>()).add(answer);
    }
  }

  private static void total(String house, String shape, List<Answer> answers) {
    System.out.printf(
        Locale.ROOT,
        "# %s\t%d metrics %s: sum of peaks %.1f MiB, longest %.0f ms, sum %.0f ms, read %.1f MiB%n",
        house,
        answers.size(),
        shape,
        mib(answers.stream().mapToLong(Answer::peakBytes).sum()),
        answers.stream().mapToLong(Answer::nanos).max().orElse(0) / 1e6,
        answers.stream().mapToLong(Answer::nanos).sum() / 1e6,
        mib(answers.stream().mapToLong(Answer::readBytes).sum()));
  }

  /** The metric or one of its variants that answers the same, whichever takes the least. */
  private static Answer leanest(DemoHouse house, Metric metric, String settings) {
    Metric first =
        metric.name().equals("loadDailyActiveUsersSplit") ? InternalMetrics.hashedSplit() : metric;
    Answer least = ask(house, first, settings, 2);
    for (Metric variant : MetricVariants.internal().getOrDefault(metric.name(), List.of())) {
      Answer answer = ask(house, variant, settings, 2);
      boolean same = answer != null && least != null && answer.rows().equals(least.rows());
      least = same && answer.peakBytes() < least.peakBytes() ? answer : least;
    }
    return least;
  }

  private static void print(
      String house, String metric, Answer whole, Answer unbounded, Answer now, String rows) {
    System.out.printf(
        Locale.ROOT,
        "%s\t%s\t%.1f\t%.1f\t%.1f\t%.1f\t%.0f\t%.0f\t%.0f\t%s%n",
        house,
        metric,
        mib(peak(whole)),
        mib(peak(unbounded)),
        mib(peak(now)),
        Math.max(peak(whole), peak(unbounded)) / (double) Math.max(1, peak(now)),
        millis(whole),
        millis(unbounded),
        millis(now),
        rows);
    System.out.flush();
  }

  /** The metric over all history whose payloads are serialised before they are looked into. */
  private static Metric original(Metric metric) {
    String sql = metric.name().endsWith("Split") ? daysOfUsers(metric.sql()) : metric.sql();
    String whole =
        PATH.matcher(sql)
            .replaceAll(
                path ->
                    "JSONExtract(toJSONString("
                        + (path.group(1) == null ? "" : path.group(1))
                        + "data), '"
                        + path.group(2).replace(".", "', '")
                        + "', '"
                        + path.group(3)
                        + "')");
    return metric.unbounded().toBuilder().sql(whole).build();
  }

  /** The split as it once was: every day of every user, for the client to sort out. */
  private static String daysOfUsers(String sql) {
    int from = sql.indexOf("SELECT DISTINCT");
    int until = sql.indexOf(") AS w");
    String inner = sql.substring(from, until);
    return inner.substring(0, inner.lastIndexOf(')'));
  }

  private static Answer ask(DemoHouse house, Metric metric, String settings, int times) {
    Metric asked = metric.toBuilder().sql(metric.sql() + settings).build();
    Question question = new Question(metric.name(), Question.Form.BOUNDED, false, asked);
    try {
      Answer first = house.ask(question);
      if (times == 1) {
        return first;
      }
      Answer second = house.ask(question);
      return first.peakBytes() < second.peakBytes() ? first : second;
    } catch (RuntimeException refused) {
      System.out.println("# " + metric.name() + ": " + refused.getMessage());
      return null;
    }
  }

  private static long peak(Answer answer) {
    return answer == null ? 0 : answer.peakBytes();
  }

  private static double millis(Answer answer) {
    return answer == null ? 0 : answer.nanos() / 1e6;
  }

  private static double mib(long bytes) {
    return bytes / (double) (1 << 20);
  }
}
