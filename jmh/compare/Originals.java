// SPDX-License-Identifier: Apache-2.0

import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.server.demo.Answer;
import io.twinhouse.server.demo.DemoHouse;
import io.twinhouse.server.demo.DemoOptions;
import io.twinhouse.server.demo.Question;
import io.twinhouse.server.metrics.InternalMetrics;
import io.twinhouse.server.metrics.MetricVariants;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The internal page in the shapes it was first written in, beside what it is now: payloads read as
 * whole JSON text and taken apart, no lower bound of time, distinct rows of a day and a user
 * shipped to the client. Prints the least peak of two runs of each shape (of one run of whole JSON)
 * as TSV, for each house given; ClickHouse takes the join algorithm that was the default for the
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
        "house\tthreads\tmetric\twhole_json_mib\tunbounded_mib\tnow_mib\tfactor\trows");
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
    long[] sums = new long[3];
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
      print(
          name,
          metric.name(),
          peak(whole),
          peak(unbounded),
          peak(bounded),
          whole == null
              ? "refused"
              : shipped ? whole.rows().size() + " rows shipped" : same ? "EQ" : "DIFF");
      sums[0] += peak(whole);
      sums[1] += peak(unbounded);
      sums[2] += peak(bounded);
    }
    print(name, "sum of peaks", sums[0], sums[1], sums[2], "");
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
      String house, String metric, long whole, long unbounded, long now, String rows) {
    System.out.printf(
        Locale.ROOT,
        "%s\t%s\t%.1f\t%.1f\t%.1f\t%.1f\t%s%n",
        house,
        metric,
        mib(whole),
        mib(unbounded),
        mib(now),
        Math.max(whole, unbounded) / (double) Math.max(1, now),
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

  private static double mib(long bytes) {
    return bytes / (double) (1 << 20);
  }
}
