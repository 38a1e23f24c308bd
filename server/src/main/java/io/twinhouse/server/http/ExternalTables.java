// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.access.quota.QuotaClient;
import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.TypeParser;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tables that a request brings along as files of a form, for its query alone: temporary tables of
 * the session that are dropped with the answer. What a table is called its file's field is called;
 * the fields {@code NAME_structure} or {@code NAME_types}, and {@code NAME_format}, say the rest.
 */
final class ExternalTables implements AutoCloseable {

  private static final Pattern COLUMN = Pattern.compile("\\s*(\\w+|`[^`]+`|\"[^\"]+\")\\s+\\S");

  private static final String STRUCTURE = "_structure";
  private static final String TYPES = "_types";
  private static final String FORMAT = "_format";

  /** What the fields that tell of a table are called behind its name. */
  static final List<String> FIELDS = List.of(STRUCTURE, TYPES, FORMAT);

  private final Session session;
  private final String user;
  private final Map<String, String> settings;
  private final Set<String> names = new LinkedHashSet<>();

  /**
   * @param settings of the request, for the formats
   */
  ExternalTables(Session session, String user, Map<String, String> settings) {
    this.session = session;
    this.user = user;
    this.settings = new HashMap<>(settings);
    this.settings.remove("readonly"); // The query may change nothing, its tables are no change.
  }

  /**
   * Makes a table of a file's rows, or adds them to the one of the same name.
   *
   * @param told the request's fields so far
   * @throws TwinhouseException BAD_ARGUMENTS, UNKNOWN_TYPE, UNKNOWN_FORMAT, or what the rows are
   *     refused with
   */
  void add(String name, Map<String, String> told, InputStream rows) {
    String format = told.getOrDefault(name + FORMAT, "TabSeparated");
    Formats.input(format); // refuses a name that is none before it becomes a part of a statement
    String table = Quoting.name(name);
    if (!names.contains(name)) {
      run(QueryRequest.of("CREATE TEMPORARY TABLE " + table + " (" + columns(name, told) + ")"));
      names.add(name);
    }
    run(
        QueryRequest.of("INSERT INTO " + table + " FORMAT " + format)
            .withSettings(settings)
            .withData(rows));
  }

  private static String columns(String name, Map<String, String> told) {
    String structure = told.get(name + STRUCTURE);
    String types = told.get(name + TYPES);
    if (structure == null && types == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Neither structure nor types have been provided for external table "
              + name
              + ". Use fields "
              + name
              + STRUCTURE
              + " or "
              + name
              + TYPES
              + " to do so.");
    }
    TupleType declared = declared(structure == null ? "" + types : structure, structure != null);
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < declared.elements().size(); i++) {
      String column = structure == null ? "_" + (i + 1) : declared.names().get(i);
      columns.add(Quoting.name(column) + " " + declared.elements().get(i).name());
    }
    return String.join(", ", columns);
  }

  private static TupleType declared(String text, boolean named) {
    @Nullable TwinhouseException reason = null;
    try {
      if (named && !COLUMN.matcher(text).lookingAt()) {
        throw new TwinhouseException(ErrorCode.SYNTAX_ERROR, "A column has a name and a type");
      }
      TupleType tuple = (TupleType) TypeParser.parse("Tuple(" + text + ")");
      if (!tuple.elements().isEmpty() && tuple.names().isEmpty() != named) {
        return tuple;
      }
    } catch (TwinhouseException refused) {
      if (!refused.is(ErrorCode.SYNTAX_ERROR)) {
        throw refused;
      }
      reason = refused;
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "Error while parsing table structure: '" + text + "'", reason);
  }

  private void run(QueryRequest request) {
    try (QueryResult result = session.query(request.withUser(user).withClient(QuotaClient.DOOR))) {
      while (result.next() != null) {
        // A statement without columns does its work here.
      }
    }
  }

  @Override
  public void close() {
    names.forEach(
        name -> run(QueryRequest.of("DROP TEMPORARY TABLE IF EXISTS " + Quoting.name(name))));
  }
}
