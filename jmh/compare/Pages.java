// SPDX-License-Identifier: Apache-2.0

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.metrics.DistinctMode;
import io.twinhouse.engine.metrics.Metric;
import io.twinhouse.engine.metrics.PageResult;
import io.twinhouse.server.metrics.MetricVariants;
import io.twinhouse.server.metrics.PlatformMetrics;
import io.twinhouse.server.metrics.SeededMetrics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The platform page before and after its rewrites, on each house given: peak memory of each metric
 * (least of three runs), milliseconds, whether the rows are the same, and the whole page at once
 * under a cap of 1 GiB for its user. Prints TSV. The rows are made by the houses themselves, from a
 * generator of numbers; PA_PROJECTS, PA_USERS and PA_EVENTS say how many, PA_KEEP=1 keeps them and
 * PA_SKIP_SEED=1 takes those that are there, PA_METRICS is a regular expression of metrics.
 *
 * <pre>java -cp CLASSES Pages.java arrow:memory: clickhouse:http://127.0.0.1:8123</pre>
 */
final class Pages {

  private static final long PROJECTS = number("PA_PROJECTS", 10_000);
  private static final long USERS = number("PA_USERS", 1_000_000);
  private static final long EVENTS = number("PA_EVENTS", 50_000_000);
  private static final long CHUNK = 1_000_000;
  private static final boolean SEEDED = number("PA_SKIP_SEED", 0) == 1;
  private static final String WANTED = System.getenv().getOrDefault("PA_METRICS", ".*");
  private static final boolean KEPT = number("PA_KEEP", 0) == 1;
  private static final int RUNS = 3;
  private static final String NOW = "2026-06-16 15:30:00";
  private static final Map<String, String> VALUES =
      Map.of(
          "since", "2026-05-18 00:00:00",
          "until", "2026-06-17 00:00:00",
          "priorSince", "2026-04-18 00:00:00");

  private record Figure(long peak, double millis, List<?> rows) {}

  /**
   * @param rows of the leanest way: the same, an estimate, or another way's that differ
   */
  private record Pair(Figure raw, Figure least, String way, String rows) {
    Pair or(String name, Figure figure, boolean estimate) {
      boolean same = figure.rows().equals(raw.rows());
      if (!same && !estimate) {
        return new Pair(raw, least, way, "DIFF");
      }
      boolean less = figure.peak() < least.peak();
      return less && !rows.equals("DIFF")
          ? new Pair(raw, figure, name, same ? "EQ" : "estimate")
          : this;
    }
  }

  private Pages() {}

  private static long number(String name, long usual) {
    String given = System.getenv(name);
    return given == null ? usual : Long.parseLong(given);
  }

  public static void main(String[] houses) {
    System.out.printf(Locale.ROOT, "# %d projects, %d users, %d events%n", PROJECTS, USERS, EVENTS);
    System.out.println("house\tmetric\tbefore_mib\tafter_mib\tfactor\tbefore_ms\tafter_ms\trows");
    for (String house : houses) {
      measure(house);
    }
  }

  private static void measure(String house) {
    String url = house;
    if (house.startsWith("clickhouse:")) {
      try (Twinhouse engine = Twinhouse.open(house)) {
        engine.execute(
            (SEEDED ? "" : "DROP DATABASE IF EXISTS bench_pa; ")
                + "CREATE DATABASE IF NOT EXISTS bench_pa");
      }
      url = house + "/bench_pa";
    }
    try (Twinhouse engine = Twinhouse.open(url)) {
      if (!SEEDED) {
        load(engine);
      }
      compare(house.startsWith("clickhouse:") ? "clickhouse" : "embedded", engine);
      if (!url.equals(house) && !KEPT) {
        engine.execute("DROP DATABASE bench_pa");
      }
    }
  }

  private static String project(String key) {
    return SeededMetrics.powerLawProject(key, PROJECTS);
  }

  private static String moment(String salt, int days) {
    return "toDateTime64('"
        + NOW
        + "', 3, 'UTC') - toIntervalSecond(cityHash64(number, '"
        + salt
        + "') % "
        + 86_400 * days
        + ")";
  }

  private static void load(Twinhouse engine) {
    engine.execute(PlatformMetrics.tables());
    String country =
        "['US','IN','BR','DE','GB','FR','JP','CA','AU','NL'][1 + cityHash64(n % " + USERS;
    for (long from = 0; from < EVENTS; from += CHUNK) {
      engine.execute(
          "INSERT INTO events (event_type, event_at, data, project_id, branch_id, user_id) SELECT"
              + " multiIf(number % 10 < 7, '$token-refresh', number % 10 < 9, '$page-view',"
              + " '$click'), "
              + moment("e", 90)
              + ", CAST(if(number % 10 < 7, concat('{\"is_anonymous\":', if(cityHash64(number % "
              + USERS
              + ", 'a') % 10 = 0, 'true', 'false'), ',\"ip_info\":{\"country_code\":\"', "
              + country.replace("n %", "number %")
              + ", 'c') % 10], '\"}}'), '{\"referrer\":\"\"}'), 'JSON'), "
              + project("number % " + USERS)
              + ", 'main', toString(number % "
              + USERS
              + ") FROM numbers("
              + from
              + ", "
              + Math.min(CHUNK, EVENTS - from)
              + ") SETTINGS max_threads = 1");
    }
    synced(
        engine,
        "users",
        "id, signed_up_at, is_anonymous",
        USERS,
        "u",
        365,
        ", cityHash64(number, 'a') % 10 = 0");
    synced(
        engine,
        "contact_channels",
        "id, created_at, user_id, type, is_verified",
        USERS * 7 / 10,
        "u",
        365,
        ", reinterpretAsUUID(MD5(concat('u', toString(number)))), 'EMAIL', cityHash64(number, 'v')"
            + " % 10 < 7");
    synced(engine, "teams", "id, created_at", USERS * 15 / 100, "t", 365, "");
    synced(
        engine,
        "connected_accounts",
        "user_id, created_at, provider",
        USERS * 3 / 10,
        "u",
        365,
        ", 'google'");
    synced(engine, "email_outboxes", "id, created_at", USERS / 2, "m", 365, "");
    engine.execute(
        "INSERT INTO clickmap_events (project_id, branch_id, event_at, is_dead) SELECT "
            + project("number")
            + ", 'main', "
            + moment("k", 90)
            + ", cityHash64(number, 'd') % 20 = 0 FROM numbers("
            + USERS * 2
            + ")");
  }

  private static void synced(
      Twinhouse engine,
      String table,
      String columns,
      long rows,
      String key,
      int days,
      String more) {
    engine.execute(
        "INSERT INTO "
            + table
            + " (project_id, branch_id, sync_sequence_id, "
            + columns
            + ") SELECT "
            + project("number")
            + ", 'main', number, reinterpretAsUUID(MD5(concat('"
            + key
            + "', toString(number)))), "
            + moment(table, days)
            + more
            + " FROM numbers("
            + rows
            + ")");
  }

  private static void compare(String house, Twinhouse engine) {
    long before = 0;
    long after = 0;
    for (Metric metric : PlatformMetrics.page().metrics()) {
      if (metric.name().matches(WANTED)) {
        Pair pair = pair(engine, metric);
        before += pair.raw().peak();
        after += pair.least().peak();
        print(house, metric, pair);
        if (metric.sample() != null) {
          errors(house, pair.raw(), best(engine, metric));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s\tsum of peaks\t%.1f\t%.1f\t%.2f%n",
        house,
        mib(before),
        mib(after),
        before / (double) after);
    page(house, engine);
  }

  /** The metric as it was first written, and whichever way of asking the same takes the least. */
  private static Pair pair(Twinhouse engine, Metric metric) {
    boolean sampled = metric.sample() != null;
    Metric first = sampled ? PlatformMetrics.exactSplit() : metric;
    Figure raw = best(engine, first.toBuilder().distinct(DistinctMode.EXACT).build());
    Map<String, Metric> ways = new LinkedHashMap<>();
    if (sampled) {
      ways.put("one in four", metric);
    } else {
      ways.put("hashed", metric.toBuilder().distinct(DistinctMode.HASHED).build());
    }
    MetricVariants.platform()
        .getOrDefault(metric.name(), List.of())
        .forEach(way -> ways.put(way.name(), way));
    Pair pair = new Pair(raw, raw, "as it is", "EQ");
    for (Map.Entry<String, Metric> way : ways.entrySet()) {
      Figure figure = best(engine, way.getValue());
      pair = pair.or(way.getKey(), figure, way.getValue().sample() != null);
    }
    return pair;
  }

  private static void print(String house, Metric metric, Pair pair) {
    System.out.printf(
        Locale.ROOT,
        "%s\t%s (%s)\t%.1f\t%.1f\t%.2f\t%.0f\t%.0f\t%s%n",
        house,
        metric.name(),
        pair.way(),
        mib(pair.raw().peak()),
        mib(pair.least().peak()),
        pair.raw().peak() / (double) pair.least().peak(),
        pair.raw().millis(),
        pair.least().millis(),
        pair.rows());
    System.out.flush();
  }

  private static Figure best(Twinhouse engine, Metric metric) {
    Map<String, String> values = new LinkedHashMap<>(VALUES);
    values.keySet().retainAll(metric.parameters().keySet());
    Figure best = null;
    for (int run = 0; run < RUNS; run++) {
      long begun = System.nanoTime();
      try (QueryResult result =
          engine.query(metric.request(values).withSetting("max_threads", "2"))) {
        List<?> rows = result.rows().stream().map(String::valueOf).toList();
        QueryStatistics figures = result.statistics();
        double millis = (System.nanoTime() - begun) / 1e6;
        if (best == null || figures.peakMemoryBytes() < best.peak()) {
          best =
              new Figure(
                  figures.peakMemoryBytes(),
                  best == null ? millis : Math.min(millis, best.millis()),
                  rows);
        }
      }
    }
    return best;
  }

  /** Relative errors of the sampled split's figures, beside sqrt(3/n) of the same figures. */
  private static void errors(String house, Figure exact, Figure sampled) {
    Map<String, long[]> truth = new HashMap<>();
    exact.rows().forEach(row -> truth.put(day(row), counts(row)));
    double sum = 0;
    double max = 0;
    double expected = 0;
    int figures = 0;
    for (Object row : sampled.rows()) {
      long[] of = truth.get(day(row));
      long[] counted = counts(row);
      for (int i = 0; of != null && i < of.length; i++) {
        if (of[i] > 0) {
          double error = Math.abs(counted[i] - of[i]) / (double) of[i];
          sum += error;
          max = Math.max(max, error);
          expected += Math.sqrt(3.0 / of[i]);
          figures++;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s\tsampled split: mean error %.2f %%, largest %.2f %%, expected sqrt(3/n) %.2f %% over %d"
            + " figures%n",
        house,
        100 * sum / figures,
        100 * max,
        100 * expected / figures,
        figures);
  }

  private static String day(Object row) {
    return row.toString().substring(1, 11);
  }

  private static long[] counts(Object row) {
    String[] parts = row.toString().replaceAll("[\\[\\] ]", "").split(",");
    long[] counts = new long[parts.length - 1];
    for (int i = 1; i < parts.length; i++) {
      counts[i - 1] = Long.parseLong(parts[i]);
    }
    return counts;
  }

  private static void page(String house, Twinhouse engine) {
    PageResult page = PlatformMetrics.page(engine).withUserCap(1L << 30).run(engine, VALUES);
    System.out.printf(
        Locale.ROOT,
        "%s\tpage of %d at once under 1 GiB: %d failed, sum of peaks %.1f MiB, largest %.1f MiB,"
            + " %.0f ms%n",
        house,
        page.answers().size(),
        page.failures().size(),
        mib(page.sumOfPeaks()),
        mib(page.maxPeak()),
        page.elapsedNanos() / 1e6);
    page.failures()
        .forEach(
            f -> System.out.println("# " + f.metric().name() + ": " + f.failure().getMessage()));
  }

  private static double mib(long bytes) {
    return bytes / (double) (1 << 20);
  }
}
