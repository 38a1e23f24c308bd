// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.statement.Statement;
import java.util.ArrayList;
import java.util.List;

/** Parts scripts into statements. */
public final class Scripts {

  private Scripts() {}

  /** The text of each statement, without its semicolon; data of an INSERT stays with it. */
  public static List<String> split(String script) {
    List<Statement> statements = SqlParser.parseScript(script);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      int from = statements.get(i).position().offset();
      boolean last = i + 1 == statements.size();
      int to = last ? script.length() : statements.get(i + 1).position().offset();
      texts.add(withoutSemicolon(script.substring(from, to)));
    }
    return texts;
  }

  private static String withoutSemicolon(String text) {
    String stripped = text.strip();
    while (stripped.endsWith(";")) {
      stripped = stripped.substring(0, stripped.length() - 1).strip();
    }
    return stripped;
  }
}
