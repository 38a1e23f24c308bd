// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.memory.ByteSize;
import io.twinhouse.server.http.InsertText;
import io.twinhouse.server.shell.ResultPrinter;
import io.twinhouse.server.shell.Shell;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs queries in an embedded house and prints their results, as clickhouse-local does. */
@Command(
    name = "local",
    description = "Runs queries in an embedded house, with clickhouse-local's options.",
    mixinStandardHelpOptions = true,
    footer = {
      "--param_NAME=VALUE gives {NAME:Type} its value; any other --NAME=VALUE is a setting.",
      "Without a query, queries are read from stdin; at a terminal, by a shell."
    })
final class LocalCommand implements Callable<Integer> {

  @Option(
      names = {"-q", "--query"},
      paramLabel = "SQL",
      description = "queries separated by semicolons; may be given again")
  private List<String> queries = new ArrayList<>();

  @Option(names = "--queries-file", paramLabel = "FILE", description = "file of queries")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--path", paramLabel = "DIR", description = "keeps the data here; else in memory")
  private @Nullable Path path;

  @Option(
      names = {"-f", "--format", "--output-format"},
      paramLabel = "NAME",
      description = "format of results; PrettyCompact on a terminal, else TSV")
  private @Nullable String format;

  @Option(
      names = {"-t", "--time"},
      description = "prints the time of each query on stderr")
  private boolean time;

  @Option(names = "--memory-usage", description = "prints the peak memory of each query on stderr")
  private boolean memoryUsage;

  @Option(
      names = {"-m", "--multiline"},
      description = "in the shell, a statement ends with a semicolon only")
  private boolean multiline;

  @Unmatched private List<String> others = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  private LocalCommand() {}

  @Override
  public Integer call() throws IOException {
    LocalArguments arguments = LocalArguments.parse(others);
    List<String> scripts = new ArrayList<>(queries);
    for (Path file : files) {
      scripts.add(Files.readString(file));
    }
    scripts.addAll(arguments.queries());
    if (scripts.isEmpty() && System.console() != null) {
      return interactive(arguments);
    }
    boolean fromInput = scripts.isEmpty();
    if (fromInput) {
      scripts.add(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
    }
    try (Twinhouse engine = Twinhouse.open(Houses.embedded(path));
        OutputStream out =
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
      Session session = engine.session();
      for (String script : scripts) {
        for (String statement : SqlScript.split(script)) {
          QueryRequest request =
              QueryRequest.of(statement)
                  .withParameters(arguments.parameters())
                  .withSettings(arguments.settings());
          run(
              session,
              takesInput(fromInput, statement) ? request.withData(System.in) : request,
              out);
        }
      }
    }
    return 0;
  }

  private int interactive(LocalArguments arguments) throws IOException {
    try (Twinhouse engine = Twinhouse.open(Houses.embedded(path));
        Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      new Shell(
              engine,
              terminal,
              SqlScript::split,
              request ->
                  request.withParameters(arguments.parameters()).withSettings(arguments.settings()))
          .history(Path.of(System.getProperty("user.home"), ".twinhouse_history"))
          .multiline(multiline)
          .run();
    }
    return 0;
  }

  /** Rows of an INSERT that holds none itself come from stdin, unless the queries did. */
  private static boolean takesInput(boolean fromInput, String statement) {
    return !fromInput && InsertText.expectsData(statement);
  }

  private void run(Session session, QueryRequest request, OutputStream out) throws IOException {
    try (QueryResult result = session.query(request)) {
      String chosen = format != null ? format : defaultFormat();
      new ResultPrinter(chosen, out).print(result);
      figures(result.statistics());
    }
  }

  private static String defaultFormat() {
    return System.console() == null ? "TSV" : "PrettyCompact";
  }

  private void figures(QueryStatistics figures) {
    PrintWriter err = spec.commandLine().getErr();
    if (time) {
      err.println(String.format(Locale.ROOT, "%.3f", figures.elapsedNanos() / 1e9));
    }
    if (memoryUsage) {
      err.println(ByteSize.text(figures.peakMemoryBytes()));
    }
    err.flush();
  }
}
