// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exchange;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Quoting;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Files of rows into tables and answers into files, in ClickHouse's formats. Rows are streamed: no
 * more than a block of them is held.
 *
 * <pre>{@code
 * RowFiles.insert(engine, "visits", directory.resolve("visits.csv"));
 * try (QueryResult result = engine.query("SELECT * FROM visits")) {
 *   RowFiles.write(result, directory.resolve("visits.jsonl"));
 * }
 * }</pre>
 */
public final class RowFiles {

  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("csv", "CSVWithNames"),
          Map.entry("tsv", "TSVWithNames"),
          Map.entry("json", "JSON"),
          Map.entry("jsonl", "JSONEachRow"),
          Map.entry("ndjson", "JSONEachRow"),
          Map.entry("native", "Native"),
          Map.entry("parquet", "Parquet"),
          Map.entry("arrow", "Arrow"),
          Map.entry("xml", "XML"),
          Map.entry("md", "Markdown"));

  private RowFiles() {}

  /**
   * The format that a file's name tells by its end; {@code .csv} and {@code .tsv} have a first line
   * with the names of columns.
   *
   * @throws TwinhouseException BAD_ARGUMENTS if it tells none
   */
  public static String format(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String format = FORMATS.get(name.substring(name.lastIndexOf('.') + 1));
    if (format == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The name of "
              + fileName
              + " tells no format; it may end with ."
              + FORMATS.keySet().stream().sorted().collect(Collectors.joining(", .")));
    }
    return format;
  }

  /** Inserts the rows of a file whose name tells its format; returns how many. */
  public static long insert(Twinhouse engine, String table, Path file) {
    return insert(engine, table, file, format(String.valueOf(file.getFileName())));
  }

  /**
   * Inserts the rows of a file.
   *
   * @param table {@code name} or {@code database.name}
   * @return how many rows were written
   * @throws TwinhouseException FILE_DOESNT_EXIST, UNKNOWN_TABLE, CANNOT_PARSE_..., ...
   */
  public static long insert(Twinhouse engine, String table, Path file, String format) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return insert(engine, table, in, format);
    } catch (NoSuchFileException missing) {
      throw new TwinhouseException(
          ErrorCode.FILE_DOESNT_EXIST, "File " + file + " doesn't exist", missing);
    } catch (IOException failed) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_OPEN_FILE, "Cannot read " + file + ": " + failed.getMessage(), failed);
    }
  }

  /** Inserts the rows of a stream, which is read to its end and not closed. */
  public static long insert(Twinhouse engine, String table, InputStream rows, String format) {
    String name =
        Arrays.stream(table.split("\\.", 2)).map(Quoting::name).collect(Collectors.joining("."));
    String sql = "INSERT INTO " + name + " FORMAT " + format;
    try (QueryResult result = engine.query(QueryRequest.of(sql).withData(rows))) {
      while (result.next() != null) {
        // an INSERT does its work here
      }
      return result.statistics().writtenRows();
    }
  }

  /** Writes the rows that are left to a file whose name tells its format; returns how many. */
  public static long write(QueryResult result, Path file) {
    String format = format(String.valueOf(file.getFileName()));
    try (OutputStream out = Files.newOutputStream(file)) {
      return Answers.write(result, format, out);
    } catch (IOException failed) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_OPEN_FILE, "Cannot write " + file + ": " + failed.getMessage(), failed);
    }
  }
}
