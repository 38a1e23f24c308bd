// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.TypeParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Structures of table functions, such as {@code 'a UInt8, b String'}. */
final class Structures {

  private Structures() {}

  private static final Pattern NAME_ALONE = Pattern.compile("\\s*(\\w+|`[^`]*`)\\s*(,.*)?");

  /**
   * The columns that a structure declares.
   *
   * @throws TwinhouseException SYNTAX_ERROR, UNKNOWN_TYPE
   */
  static Schema parse(String text) {
    if (text.isBlank() || NAME_ALONE.matcher(text).matches()) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Syntax error (columns declaration list): '" + text + "'");
    }
    TupleType tuple = (TupleType) TypeParser.parse("Tuple(" + text + ")");
    if (tuple.names().size() < tuple.elements().size()) {
      throw new TwinhouseException(
          ErrorCode.SYNTAX_ERROR, "Syntax error (columns declaration list): '" + text + "'");
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < tuple.elements().size(); i++) {
      fields.add(new Field(tuple.names().get(i), tuple.elements().get(i)));
    }
    return new Schema(fields);
  }
}
