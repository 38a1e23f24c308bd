// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.history;

import io.twinhouse.testkit.RandomSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What histories have in common: a table, rows that are told apart by a number. One thread. */
abstract class DrawnHistory implements TableHistory {

  /** The table's name in the texts of queries. */
  static final String TABLE = "%";

  private static final String EVERYTHING = "SELECT * FROM % FINAL ORDER BY ALL";

  final RandomSource random;
  private final String table;
  private final int mostRows;
  private int inserts;

  /**
   * @param mostRows of one insert
   */
  DrawnHistory(RandomSource random, String table, int mostRows) {
    this.random = random;
    this.table = table;
    this.mostRows = mostRows;
  }

  /** The columns that inserts name, empty for all. */
  abstract String insertedColumns();

  /** A row as VALUES has it. */
  abstract String row(int x);

  /** The queries that show a part of what is there. */
  abstract List<String> queries();

  @Override
  public final String table() {
    return table;
  }

  /** A query that shows what is there; every other time all of it. */
  @Override
  public final String query() {
    return random.oneIn(2) ? everything() : named(random.pick(queries()));
  }

  @Override
  public final String everything() {
    return named(EVERYTHING);
  }

  /** The text with the table's name in it. */
  final String named(String text) {
    return text.replace(TABLE, table);
  }

  final String insert() {
    int first = inserts++ * 2 * mostRows;
    return "INSERT INTO "
        + table
        + insertedColumns()
        + " VALUES "
        + IntStream.rangeClosed(1, random.between(1, mostRows))
            .mapToObj(i -> row(first + i))
            .collect(Collectors.joining(", "));
  }

  /** A key's text; in either case, so that expressions bring some together. */
  final String key(int most) {
    return "'" + random.pick(List.of("k", "K")) + random.between(0, most) + "'";
  }
}
