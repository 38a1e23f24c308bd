// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.differential;

import io.twinhouse.testkit.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A random table: its declaration and the inserts that fill it, as SQL for both houses. */
record RandomTable(String name, List<RandomColumn> columns, String ddl, List<String> inserts) {

  static RandomTable draw(RandomSource random, String name, String prefix) {
    List<RandomColumn> columns = RandomColumn.draw(random, prefix);
    List<RandomColumn> keys = columns.stream().filter(c -> !c.isNullable()).limit(2).toList();
    String order = keys.stream().map(RandomColumn::name).collect(Collectors.joining(", "));
    String ddl =
        columns.stream()
                .map(c -> c.name() + " " + c.type())
                .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ")"))
            + " ENGINE = MergeTree ORDER BY ("
            + order
            + ")";
    List<String> inserts = new ArrayList<>();
    int batches = random.between(0, 3);
    for (int i = 0; i < batches; i++) {
      inserts.add(insert(random, name, columns, random.oneIn(4) ? 1 : random.between(2, 40)));
    }
    return new RandomTable(name, columns, ddl, inserts);
  }

  private static String insert(
      RandomSource random, String name, List<RandomColumn> columns, int rows) {
    List<String> tuples = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      tuples.add(
          columns.stream()
              .map(column -> column.literal(random))
              .collect(Collectors.joining(", ", "(", ")")));
    }
    return "INSERT INTO " + name + " VALUES " + String.join(", ", tuples);
  }

  RandomColumn column(RandomSource random, Kind kind) {
    List<RandomColumn> fitting = columns.stream().filter(c -> c.kind() == kind).toList();
    return fitting.isEmpty() ? random.pick(columns) : random.pick(fitting);
  }
}
