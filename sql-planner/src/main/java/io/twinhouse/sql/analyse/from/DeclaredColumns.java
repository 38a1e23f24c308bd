// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.sql.analyse.scope.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The columns that a text such as {@code 'a UInt8, b String'} declares to a table function. */
final class DeclaredColumns {

  /** What a declaration may say beyond name and type. */
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)\\b(DEFAULT|MATERIALIZED|EPHEMERAL|ALIAS|CODEC|COMMENT|TTL|Nested|NOT|NULL)\\b");

  private DeclaredColumns() {}

  static Schema of(String structure) {
    TupleType columns = parse(structure);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < columns.elements().size(); i++) {
      fields.add(new Field(columns.names().get(i), columns.elements().get(i)));
    }
    return new Schema(fields);
  }

  private static TupleType parse(String structure) {
    if (structure.equals("auto")) {
      throw Failures.notImplemented("A structure inferred from data");
    }
    if (MORE.matcher(structure).find()) {
      throw Failures.notImplemented("A structure that says more than names and types");
    }
    try {
      TupleType columns = (TupleType) TypeParser.parse("Tuple(" + structure + ")");
      if (!columns.elements().isEmpty() && !columns.names().isEmpty()) {
        return columns;
      }
    } catch (TwinhouseException e) {
      if (e.number() != ErrorCode.SYNTAX_ERROR.number()) {
        throw e;
      }
    }
    throw Failures.of(
        ErrorCode.SYNTAX_ERROR,
        "Syntax error (columns declaration list): names and types were expected: " + structure);
  }
}
