// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.shell;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.QueryStatistics;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.ByteSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Reads statements from a terminal and runs them, until the end of input or {@code exit}. */
public final class Shell {

  private static final Set<String> COMMANDS =
      Set.of("exit", "quit", "logout", "q", ":q", "\\q", "help", "?");

  private static final String HELP =
      """
      Statements end with their line, or with a semicolon where brackets or quotes are open.
        Tab     completes key words, functions, formats, tables and columns
        Up      goes back in the history; Ctrl-R searches it
        Ctrl-C  cancels the statement that runs, or the line
        \\G      behind a statement prints a column a line
        exit    or Ctrl-D leaves
      """;

  private final Twinhouse engine;
  private final Session session;
  private final Terminal terminal;
  private final Function<String, List<String>> splitter;
  private final UnaryOperator<QueryRequest> options;
  private @Nullable Path history;
  private boolean multiline;
  private String prompt = ":) ";

  /**
   * @param session of the statements; closed with the shell
   * @param splitter takes a text apart into statements
   * @param options puts the command line's settings and parameters on each request
   */
  public Shell(
      Twinhouse engine,
      Session session,
      Terminal terminal,
      Function<String, List<String>> splitter,
      UnaryOperator<QueryRequest> options) {
    this.engine = engine;
    this.session = session;
    this.terminal = terminal;
    this.splitter = splitter;
    this.options = options;
  }

  /** Keeps what was typed in this file. */
  public Shell history(@Nullable Path file) {
    history = file;
    return this;
  }

  /** Whether a statement ends with a semicolon only. */
  public Shell multiline(boolean wanted) {
    multiline = wanted;
    return this;
  }

  /** What stands before each statement. */
  public Shell prompt(String text) {
    prompt = text;
    return this;
  }

  static boolean isCommand(String line) {
    return COMMANDS.contains(line.toLowerCase(Locale.ROOT).replaceFirst("\\s*;$", ""));
  }

  /** Runs until the user leaves. */
  public void run() throws IOException {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("twinhouse")
            .parser(new StatementLine(multiline))
            .completer(new Completion(engine))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, ":-] ")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true);
    if (history != null) {
      builder.variable(LineReader.HISTORY_FILE, history);
    }
    LineReader reader = builder.build();
    terminal.writer().println("Twinhouse, answers as ClickHouse. help explains the keys.");
    try (session) {
      while (true) {
        String line = read(reader);
        if (line == null) {
          return;
        }
        statements(line);
      }
    }
  }

  /** The next statement; null to leave. */
  private @Nullable String read(LineReader reader) {
    while (true) {
      try {
        String line = reader.readLine(prompt).strip();
        if (!isCommand(line)) {
          return line.endsWith("\\") ? line.substring(0, line.length() - 1) : line;
        }
        if (!line.startsWith("help") && !line.startsWith("?")) {
          return null;
        }
        terminal.writer().print(HELP);
        terminal.writer().flush();
      } catch (UserInterruptException cancelled) {
        // the line is gone, the shell stays
      } catch (EndOfFileException end) {
        return null;
      }
    }
  }

  /** Runs what was typed; refusals are told on the terminal. */
  void statements(String line) throws IOException {
    boolean vertical = line.endsWith("\\G");
    String text = vertical ? line.substring(0, line.length() - 2) : line;
    try {
      for (String statement : splitter.apply(text)) {
        run(statement, vertical ? "Vertical" : "PrettyCompact");
      }
    } catch (TwinhouseException refused) {
      terminal.writer().println(refused.toClickHouseText());
    } finally {
      terminal.writer().flush();
    }
  }

  private void run(String statement, String format) throws IOException {
    String id = UUID.randomUUID().toString();
    PrintWriter out = terminal.writer();
    Terminal.SignalHandler before =
        terminal.handle(Terminal.Signal.INT, signal -> engine.cancel(id));
    try (ProgressBar progress = new ProgressBar(engine, id, out);
        QueryResult result =
            session.query(options.apply(QueryRequest.of(statement)).withQueryId(id))) {
      out.flush();
      long rows = new ResultPrinter(format, progress.givingWayTo(terminal.output())).print(result);
      progress.close();
      QueryStatistics figures = result.statistics();
      boolean wrote = figures.writtenRows() > 0;
      long count = wrote ? figures.writtenRows() : rows;
      out.println();
      out.println(
          String.format(
              Locale.ROOT,
              "%d %s%s. Elapsed: %.3f s. Read %,d rows, %s. Peak memory %s.",
              count,
              count == 1 ? "row" : "rows",
              wrote ? " written" : "",
              figures.elapsedNanos() / 1e9,
              figures.readRows(),
              ByteSize.text(figures.readBytes()),
              ByteSize.text(figures.peakMemoryBytes())));
      out.flush();
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
    }
  }
}
