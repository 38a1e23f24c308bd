// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.type.Quoting;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What a house is filled with: a script, or a file of rows for one table. */
sealed interface Fixture {

  /** Puts it into a house. */
  void fill(Twinhouse engine);

  /** SQL, one or more statements. */
  record Script(String sql) implements Fixture {
    @Override
    public void fill(Twinhouse engine) {
      engine.execute(sql);
    }
  }

  /**
   * Rows in one of ClickHouse's formats.
   *
   * @param format that the file's name tells
   */
  record Rows(String table, String format, byte[] bytes) implements Fixture {

    /** Formats by the ends of names; of those with a header the names of columns are taken. */
    private static final Map<String, String> FORMATS =
        Map.of(
            "csv", "CSVWithNames",
            "tsv", "TSVWithNames",
            "jsonl", "JSONEachRow",
            "ndjson", "JSONEachRow",
            "parquet", "Parquet",
            "arrow", "Arrow");

    /**
     * Rows of a class-path resource.
     *
     * @param said {@code table=resource}, or a resource whose file is called as the table
     * @throws IllegalArgumentException for a file whose name does not tell its format
     */
    static Rows of(String said) {
      int equals = said.indexOf('=');
      String resource = said.substring(equals + 1);
      String file = resource.substring(resource.lastIndexOf('/') + 1);
      int dot = file.lastIndexOf('.');
      String format = FORMATS.get(file.substring(dot + 1).toLowerCase(Locale.ROOT));
      if (dot < 1 || format == null) {
        throw new IllegalArgumentException(
            "The name of "
                + resource
                + " tells no format; it may end with .csv, .tsv (both with a"
                + " line of names), .jsonl, .ndjson, .parquet or .arrow");
      }
      String table = equals < 0 ? file.substring(0, dot) : said.substring(0, equals);
      return new Rows(table, format, SqlResources.bytes(resource));
    }

    @Override
    public void fill(Twinhouse engine) {
      String insert = "INSERT INTO " + Quoting.name(table) + " FORMAT " + format;
      QueryRequest request =
          HouseDefinition.isEmbedded()
              ? QueryRequest.of(insert).withData(new ByteArrayInputStream(bytes))
              : QueryRequest.of(insert + "\n" + text());
      engine.query(request).close();
    }

    /** A real ClickHouse is given the rows behind the statement, which only text can be. */
    private String text() {
      if (format.equals("Parquet") || format.equals("Arrow")) {
        throw new IllegalStateException(
            format
                + " files fill the embedded house alone; keep the rows of "
                + table
                + " as .csv, .tsv or .jsonl for a real ClickHouse");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
