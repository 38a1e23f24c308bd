// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import java.util.List;
import java.util.StringJoiner;

/** The table whose columns are the arguments of all tried calls. */
final class EdgeTable {

  static final String NAME = "edges";

  /** Enough that the values of two columns meet in many pairs. */
  static final int ROWS = 36;

  private EdgeTable() {}

  static String ddl() {
    StringJoiner columns = new StringJoiner(", ", "CREATE TABLE " + NAME + " (id UInt16, ", ")");
    EdgeColumn.all().forEach(column -> columns.add(column.name() + " " + column.type()));
    return columns + " ENGINE = MergeTree ORDER BY id";
  }

  static String insert() {
    List<EdgeColumn> columns = EdgeColumn.all();
    StringJoiner rows = new StringJoiner(", ", "INSERT INTO " + NAME + " VALUES ", "");
    for (int row = 0; row < ROWS; row++) {
      StringJoiner values = new StringJoiner(", ", "(", ")").add(Integer.toString(row));
      for (int c = 0; c < columns.size(); c++) {
        List<String> literals = columns.get(c).literals();
        // Another order every time round, so that columns of equally many values do not run along.
        int place = row + row / literals.size() * (c % 5 + 1);
        values.add(literals.get(place % literals.size()));
      }
      rows.add(values.toString());
    }
    return rows.toString();
  }
}
