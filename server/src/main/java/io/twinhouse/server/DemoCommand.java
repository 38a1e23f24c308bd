// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server;

import io.twinhouse.server.demo.DemoHouse;
import io.twinhouse.server.demo.DemoJson;
import io.twinhouse.server.demo.DemoOptions;
import io.twinhouse.server.demo.DemoReport;
import io.twinhouse.server.demo.DemoResult;
import io.twinhouse.server.demo.DemoRun;
import io.twinhouse.server.demo.DemoTablePrinter;
import io.twinhouse.server.local.Houses;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The same metrics in two houses, with each query's peak memory. */
@Command(
    name = "demo",
    description = {
      "Loads seeded events and users, runs a metrics page unbounded and bounded to its window,",
      "on the embedded house and on a ClickHouse if one is given, and compares every cell.",
      "The status is 1 if a cell differs."
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
final class DemoCommand implements Callable<Integer> {

  @Option(names = "--users", paramLabel = "N", description = "users")
  private int users = DemoOptions.DEFAULT.users();

  @Option(names = "--days", paramLabel = "N", description = "days of history")
  private int days = DemoOptions.DEFAULT.days();

  @Option(names = "--events-per-user", paramLabel = "N", description = "events of each user")
  private int eventsPerUser = DemoOptions.DEFAULT.eventsPerUser();

  @Option(names = "--seed", paramLabel = "S", description = "the same seed makes the same rows")
  private long seed = DemoOptions.DEFAULT.seed();

  @Option(names = "--now", paramLabel = "INSTANT", description = "moment that the data end at")
  private Instant now = DemoOptions.NOW;

  @Option(
      names = "--clickhouse",
      paramLabel = "URL",
      description = "a ClickHouse to run the same on, for instance http://localhost:8123")
  private @Nullable String clickHouse;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "page to write; the figures go beside it as JSON")
  private Path report = Path.of("twinhouse-demo.html");

  @Spec private CommandSpec spec = CommandSpec.create();

  private DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    DemoOptions options = new DemoOptions(users, days, eventsPerUser, seed, now);
    Progress progress = new Progress(spec.commandLine().getErr());
    List<DemoHouse> houses = new ArrayList<>();
    DemoResult result;
    try {
      houses.add(load("embedded", Houses.embedded(null), options, progress));
      if (clickHouse != null) {
        houses.add(load("ClickHouse", Houses.clickHouse(clickHouse), options, progress));
      }
      progress.step("Running the metrics");
      result = new DemoRun(options, houses, progress::at).run();
    } finally {
      progress.clear();
      houses.forEach(DemoHouse::close);
    }
    print(options, result);
    write(result, progress);
    return result.differences().isEmpty() ? 0 : 1;
  }

  private static DemoHouse load(String name, String url, DemoOptions options, Progress progress) {
    long begun = System.nanoTime();
    progress.step("Loading " + name);
    long[] loaded = new long[1];
    DemoHouse house =
        DemoHouse.load(
            name,
            url,
            options,
            rows -> {
              loaded[0] = rows;
              progress.at(String.format(Locale.ROOT, "  %,d rows", rows));
            });
    double seconds = (System.nanoTime() - begun) / 1e9;
    progress.step(String.format(Locale.ROOT, "  %,d rows in %.1f s", loaded[0], seconds));
    return house;
  }

  private static void print(DemoOptions options, DemoResult result) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.printf(
        Locale.ROOT,
        "%,d users, %d events each over %d days up to %s, seed %d%n%n",
        options.users(),
        options.eventsPerUser(),
        options.days(),
        options.now(),
        options.seed());
    new DemoTablePrinter(out).print(result);
    out.flush();
  }

  private void write(DemoResult result, Progress progress) throws IOException {
    Path parent = report.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(report, DemoReport.of(result));
    String name = String.valueOf(report.getFileName()).replaceFirst("\\.html?$", "");
    Path json = report.resolveSibling(name + ".json");
    Files.writeString(json, DemoJson.of(result));
    progress.step("Wrote " + report + " and " + json);
  }
}
