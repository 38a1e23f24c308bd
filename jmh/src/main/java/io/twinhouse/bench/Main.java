// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.bench;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.server.demo.Question;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the benchmarks and prints time and peak memory per query and house. */
@Command(
    name = "twinhouse bench",
    description = {
      "Measures time and peak memory of the metrics page, unbounded and bounded, with JMH.",
      "For figures to publish take --forks 3, more iterations, and an idle machine."
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class Main implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--users", paramLabel = "N", description = "users")
  private int users = 5_000;

  @Option(names = "--days", paramLabel = "N", description = "days of history")
  private int days = 365;

  @Option(
      names = "--forks",
      paramLabel = "N",
      description = "JVMs for each measurement; 0 for this")
  private int forks;

  @Option(names = "--iterations", paramLabel = "N", description = "measured iterations")
  private int iterations = 3;

  @Option(names = "--millis", paramLabel = "N", description = "length of an iteration")
  private int millis = 300;

  @Option(names = "--metric", paramLabel = "NAME", description = "this one alone; may be repeated")
  private List<String> metrics = new ArrayList<>();

  @Option(names = "--clickhouse", paramLabel = "URL", description = "measures a ClickHouse, too")
  private @Nullable String clickHouse;

  @Option(names = "--planning", description = "measures from text to plan alone, and nothing else")
  private boolean planning;

  @Option(names = "--lookups", description = "measures look-ups of keys alone, and nothing else")
  private boolean lookups;

  @Option(names = "--json", paramLabel = "FILE", description = "JMH's own JSON of all results")
  private Path json = Path.of("twinhouse-bench.json");

  private Main() {}

  /** Ends the process with the status of the run. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          String text =
              failure instanceof TwinhouseException refused
                  ? refused.toClickHouseText()
                  : "twinhouse bench: " + failure.getMessage();
          command.getErr().println(text);
          return 1;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws RunnerException {
    if (planning) {
      return alone(PlanningBenchmark.class);
    }
    if (lookups) {
      return alone(KeyLookupBenchmark.class);
    }
    checkMetrics();
    System.setProperty(LoadedHouse.USERS_PROPERTY, Integer.toString(users));
    System.setProperty(LoadedHouse.DAYS_PROPERTY, Integer.toString(days));
    if (clickHouse != null) {
      System.setProperty(LoadedHouse.URL_PROPERTY, clickHouse);
    }
    System.err.println("Measuring; this takes about a second for each of the rows to come");
    Collection<RunResult> results;
    try {
      results = new Runner(options().build()).run();
    } finally {
      LoadedHouse.closeAll();
    }
    new BenchTable(new PrintStream(System.out, true, StandardCharsets.UTF_8)).print(results);
    System.err.println("Wrote " + json);
    return results.isEmpty() ? 1 : 0;
  }

  private static int alone(Class<?> benchmark) throws RunnerException {
    Options only =
        new OptionsBuilder()
            .include("\\." + benchmark.getSimpleName() + "\\.")
            .addProfiler(PeakMemoryProfiler.class)
            .build();
    return new Runner(only).run().isEmpty() ? 1 : 0;
  }

  /** Said before anything is loaded: the measurement would only fail after seconds. */
  private void checkMetrics() {
    Set<String> known =
        Question.all().stream().map(Question::name).collect(Collectors.toCollection(TreeSet::new));
    for (String metric : metrics) {
      if (!known.contains(metric)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "No metric is called '" + metric + "'; there are '" + String.join("', '", known) + "'");
      }
    }
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + MetricBenchmark.class.getSimpleName() + "\\.")
            .forks(forks)
            .measurementIterations(iterations)
            .measurementTime(TimeValue.milliseconds(millis))
            .warmupTime(TimeValue.milliseconds(millis))
            .addProfiler(PeakMemoryProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .resultFormat(ResultFormatType.JSON)
            .result(json.toString());
    if (!metrics.isEmpty()) {
      options.param("metric", metrics.toArray(String[]::new));
    }
    if (clickHouse != null) {
      options.param("house", LoadedHouse.EMBEDDED, LoadedHouse.CLICKHOUSE);
    }
    return options;
  }
}
