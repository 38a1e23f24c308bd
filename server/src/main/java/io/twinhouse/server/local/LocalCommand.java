// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.server.http.InsertText;
import io.twinhouse.server.shell.Pager;
import io.twinhouse.server.shell.ProgressBar;
import io.twinhouse.server.shell.ResultPrinter;
import io.twinhouse.server.shell.Shell;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class LocalCommand implements Callable<Integer> {

  @Option(
      names = {"-q", "--query"},
      paramLabel = "SQL",
      description = "queries separated by semicolons; may be given again")
  private List<String> queries = new ArrayList<>();

  @Option(
      names = "--queries-file",
      paramLabel = "FILE",
      arity = "1..*",
      description = "files of queries")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--path", paramLabel = "DIR", description = "keeps the data here; else in memory")
  private @Nullable Path path;

  @Mixin private LocalOptions options = new LocalOptions();

  @Unmatched private List<String> others = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  private LocalCommand() {}

  @Override
  public Integer call() throws IOException {
    options.checkSupported();
    LocalArguments arguments = LocalArguments.parse(others);
    List<String> scripts = scripts(arguments);
    boolean asked = options.interactive || (scripts.isEmpty() && System.console() != null);
    boolean fromInput = scripts.isEmpty() && !asked;
    if (fromInput) {
      scripts.add(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
    }
    try (Twinhouse engine = Houses.withFiles(Houses.embedded(path));
        OutputStream out =
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16)) {
      Session session = engine.session();
      prepare(session, arguments);
      int status = 0;
      for (String script : scripts) {
        for (String statement : SqlScript.split(script)) {
          QueryRequest request = arguments.on(QueryRequest.of(statement));
          boolean input = !fromInput && InsertText.expectsData(statement);
          status = run(engine, session, input ? request.withData(System.in) : request, out, status);
        }
      }
      if (asked) {
        interactive(engine, session, arguments);
      }
      return status;
    }
  }

  private List<String> scripts(LocalArguments arguments) throws IOException {
    List<String> scripts = new ArrayList<>(queries);
    for (Path file : files) {
      scripts.add(Files.readString(file));
    }
    scripts.addAll(arguments.queries());
    if (options.copy) {
      scripts.add("SELECT * FROM " + Quoting.name(options.table));
    }
    return scripts;
  }

  /** The current database and the table given; 1 + 1 is a query, as in clickhouse-local. */
  private void prepare(Session session, LocalArguments arguments) throws IOException {
    SourceTable.run(session, QueryRequest.of("SET implicit_select = 1"));
    if (options.database != null) {
      SourceTable.run(
          session,
          QueryRequest.of("CREATE DATABASE IF NOT EXISTS " + Quoting.name(options.database)));
      SourceTable.run(session, QueryRequest.of("USE " + Quoting.name(options.database)));
    }
    if (!options.hasTable()) {
      return;
    }
    Path file = options.file;
    if (file == null || file.toString().equals("-")) {
      table(FileFormat.NONE, arguments).fill(session, System.in);
      return;
    }
    FileFormat told = FileFormat.of(file);
    try (InputStream data = told.read(file)) {
      table(told, arguments).fill(session, data);
    }
  }

  private SourceTable table(FileFormat told, LocalArguments arguments) {
    return new SourceTable(
        options.table, options.structure, options.dataFormat(told), arguments.settings());
  }

  /** Runs one statement; returns the status so far. */
  private int run(
      Twinhouse engine, Session session, QueryRequest request, OutputStream out, int status)
      throws IOException {
    if (options.echoes()) {
      out.write((request.sql() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String id = options.queryId.isEmpty() ? UUID.randomUUID().toString() : options.queryId;
    boolean shown = options.showsProgress();
    try (ProgressBar progress =
            shown ? new ProgressBar(engine, id, spec.commandLine().getErr()) : null;
        QueryResult result = session.query(request.withQueryId(id))) {
      long rows = print(result, progress == null ? out : progress.givingWayTo(out));
      if (progress != null) {
        progress.close();
      }
      if (options.processedRows) {
        out.write(("Processed rows: " + rows + "\n").getBytes(StandardCharsets.UTF_8));
      }
      figures(result.statistics());
      return status;
    } catch (TwinhouseException refused) {
      out.flush();
      if (options.stacktrace) {
        refused.printStackTrace(spec.commandLine().getErr());
      }
      if (!options.ignoreError) {
        throw refused;
      }
      spec.commandLine().getErr().println(refused.toClickHouseText());
      return refused.number() & 0xff;
    }
  }

  /** Prints a result, by the pager if there is one; returns its rows. */
  private long print(QueryResult result, OutputStream out) throws IOException {
    String command = options.pager;
    if (command == null || result.schema().size() == 0) {
      return new ResultPrinter(options.resultFormat(), out).print(result);
    }
    out.flush();
    try (Pager pager = Pager.start(command)) {
      return new ResultPrinter(options.resultFormat(), pager).print(result);
    }
  }

  private void interactive(Twinhouse engine, Session session, LocalArguments arguments)
      throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      new Shell(engine, session, terminal, SqlScript::split, arguments::on)
          .history(options.history)
          .prompt(options.prompt)
          .multiline(options.multiline)
          .run();
    }
  }

  private void figures(QueryStatistics figures) {
    PrintWriter err = spec.commandLine().getErr();
    if (options.time) {
      err.println(String.format(Locale.ROOT, "%.3f", figures.elapsedNanos() / 1e9));
    }
    String memory = options.memory(figures.peakMemoryBytes());
    if (memory != null) {
      err.println(memory);
    }
    err.flush();
  }
}
