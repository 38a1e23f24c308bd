// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.ByteSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What clickhouse-local's options say of the table given, the answers and the shell. */
final class LocalOptions {

  @Option(
      names = {"-F", "--file"},
      paramLabel = "FILE",
      description = "data of the table given; stdin if left out or -")
  @Nullable Path file;

  @Option(
      names = {"-S", "--structure"},
      paramLabel = "COLUMNS",
      description = "columns of the table given: name Type, ...; told by the data if left out")
  @Nullable String structure;

  @Option(
      names = {"-N", "--table"},
      paramLabel = "NAME",
      description = "name of the table given; table if left out")
  String table = "table";

  @Option(
      names = "--input-format",
      paramLabel = "NAME",
      description = "format of the table's data; told by the file's name if left out, else TSV")
  @Nullable String inputFormat;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "NAME",
      description = "format of results and of the table's data")
  @Nullable String format;

  @Option(
      names = "--output-format",
      paramLabel = "NAME",
      description = "format of results; PrettyCompact on a terminal, else TSV")
  @Nullable String outputFormat;

  @Option(
      names = {"-E", "--vertical"},
      description = "results in the format Vertical")
  boolean vertical;

  @Option(names = "--copy", description = "prints the table given, in another format")
  boolean copy;

  @Option(
      names = {"-d", "--database"},
      paramLabel = "NAME",
      description = "the current database")
  @Nullable String database;

  @Option(
      names = {"-t", "--time"},
      description = "prints the seconds of each query on stderr")
  boolean time;

  @Option(
      names = "--memory-usage",
      arity = "0..1",
      fallbackValue = "default",
      paramLabel = "none|default|readable",
      description = "prints the peak memory of each query on stderr, in bytes or readable")
  String memoryUsage = "none";

  @Option(
      names = "--progress",
      arity = "0..1",
      fallbackValue = "tty",
      paramLabel = "tty|err|off",
      description = "shows rows, bytes and memory while a query runs")
  String progress = "default";

  @Option(names = "--processed-rows", description = "prints how many rows each query gave")
  boolean processedRows;

  @Option(
      names = "--echo",
      arity = "0..1",
      fallbackValue = "1",
      description = "prints each query before it runs")
  String echo = "0";

  @Option(names = "--ignore-error", description = "goes on after a query that failed")
  boolean ignoreError;

  @Option(names = "--stacktrace", description = "prints where in the program an error arose")
  boolean stacktrace;

  @Option(names = "--query_id", paramLabel = "ID", description = "id of the query")
  String queryId = "";

  @Option(names = "--interactive", description = "opens the shell behind the queries")
  boolean interactive;

  @Option(
      names = {"-m", "--multiline"},
      description = "in the shell, a statement ends with a semicolon only")
  boolean multiline;

  @Option(names = "--history_file", paramLabel = "FILE", description = "history of the shell")
  Path history = Path.of(System.getProperty("user.home"), ".twinhouse_history");

  @Option(names = "--prompt", paramLabel = "TEXT", description = "prompt of the shell")
  String prompt = ":) ";

  @Option(
      names = "--pager",
      paramLabel = "COMMAND",
      description = "shows each result by this command of the shell, such as less -S")
  @Nullable String pager;

  @Option(
      names = "--stage",
      paramLabel = "complete",
      description = "how far queries are run: to their end, which is all that there is here")
  String stage = "complete";

  @Option(
      names = {
        "--hardware-utilization",
        "--print-profile-events",
        "--profile-events-delay-ms",
        "-C",
        "--config-file",
        "-c",
        "--config"
      },
      arity = "0..1",
      fallbackValue = "",
      hidden = true,
      description = "refused: there is nothing of the kind")
  @Nullable String refused;

  @Option(
      names = {
        "--no-system-tables",
        "--only-system-tables",
        "-n",
        "--multiquery",
        "-A",
        "--disable_suggestion",
        "--wait_for_suggestions_to_load",
        "--verbose"
      },
      hidden = true,
      description = "no meaning here")
  private List<Boolean> ignored = new ArrayList<>();

  @Option(
      names = {
        "--highlight",
        "--hilite",
        "--hints",
        "--log-level",
        "--logger.level",
        "--logger.log",
        "--logger.console",
        "--history_max_entries",
        "--suggestion_limit",
        "--progress-table",
        "--chime",
        "--max_memory_usage_in_client"
      },
      arity = "0..1",
      fallbackValue = "1",
      hidden = true,
      description = "no meaning here")
  @SuppressWarnings("UnusedVariable") // read past, so that clickhouse-local's scripts run
  private List<String> ignoredValues = new ArrayList<>();

  /**
   * Refuses by name what clickhouse-local could do and Twinhouse cannot.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED, BAD_ARGUMENTS
   */
  void checkSupported() {
    if (refused != null) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "--hardware-utilization, --print-profile-events, --profile-events-delay-ms and"
              + " --config-file are not supported: there are no profile events, figures come by -t"
              + " and --memory-usage, settings as --name=value");
    }
    List<String> others =
        List.of("fetch_columns", "with_mergeable_state", "with_mergeable_state_after_aggregation");
    if (others.contains(stage)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "--stage " + stage + " is not supported: queries run to their end");
    }
    if (!stage.equals("complete")) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "There is no stage '" + stage + "' of a query; try complete");
    }
  }

  /** Whether there is a table to fill before the first query. */
  boolean hasTable() {
    return file != null || structure != null || inputFormat != null || copy;
  }

  boolean echoes() {
    return !echo.equals("0") && !echo.equals("false");
  }

  boolean showsProgress() {
    return switch (progress.toLowerCase(Locale.ROOT)) {
      case "err" -> true;
      case "tty", "on", "1", "true", "yes" -> System.console() != null;
      default -> false;
    };
  }

  /** Peak memory as it is to be printed, or null if it is not. */
  @Nullable String memory(long bytes) {
    return switch (memoryUsage.toLowerCase(Locale.ROOT)) {
      case "none" -> null;
      case "default" -> Long.toString(bytes);
      case "readable" -> ByteSize.text(bytes);
      default ->
          throw new TwinhouseException(
              ErrorCode.BAD_ARGUMENTS, "Unknown memory-usage mode: " + memoryUsage);
    };
  }

  /** The format of results whose query names none. */
  String resultFormat() {
    if (vertical) {
      return "Vertical";
    }
    if (outputFormat != null) {
      return outputFormat;
    }
    if (format != null) {
      return format;
    }
    return System.console() == null ? "TSV" : "PrettyCompact";
  }

  /** The format of the table's data. */
  String dataFormat(FileFormat told) {
    if (inputFormat != null) {
      return inputFormat;
    }
    if (told.format() != null) {
      return told.format();
    }
    return format == null ? "TSV" : format;
  }
}
