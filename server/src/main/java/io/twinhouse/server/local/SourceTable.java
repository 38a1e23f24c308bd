// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.local;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.structure.SampledInput;
import io.twinhouse.engine.format.structure.Structure;
import io.twinhouse.engine.type.Quoting;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table that data from a file or from input become before the first query.
 *
 * @param columns as in CREATE TABLE, or null if the data are to tell them
 */
record SourceTable(
    String name, @Nullable String columns, String format, Map<String, String> settings) {

  /** Creates the table and fills it. */
  void fill(Session session, InputStream data) throws IOException {
    SampledInput sampled = new SampledInput(data);
    Structure structure = structure(sampled);
    create(session, structure);
    run(
        session,
        QueryRequest.of("INSERT INTO " + Quoting.name(name) + " FORMAT " + structure.format())
            .withSettings(settings)
            .withData(sampled.all()));
  }

  /** The columns given, or those that the data tell. */
  Structure structure(SampledInput data) {
    return columns == null
        ? Structure.of(format, data, new FormatSettings(settings))
        : new Structure(columns, format);
  }

  /** What the columns are to the engine; leaves the empty table behind. */
  Schema schema(Session session, Structure structure) {
    create(session, structure);
    String sql = "SELECT * FROM " + Quoting.name(name) + " LIMIT 0";
    try (QueryResult result = session.query(QueryRequest.of(sql))) {
      return result.schema();
    }
  }

  private void create(Session session, Structure structure) {
    run(
        session,
        QueryRequest.of(
            "CREATE TABLE "
                + Quoting.name(name)
                + " ("
                + structure.columns()
                + ") ENGINE = Memory"));
  }

  /** A table as SQL writes it: {@code name} or {@code database.name}. */
  static String path(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? Quoting.name(name)
        : Quoting.name(name.substring(0, dot)) + "." + Quoting.name(name.substring(dot + 1));
  }

  /** Runs a statement that has no rows. */
  static void run(Session session, QueryRequest request) {
    try (QueryResult result = session.query(request)) {
      while (result.next() != null) {
        // a statement without columns does its work here
      }
    }
  }
}
