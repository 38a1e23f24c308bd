// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.crash;

import io.twinhouse.testkit.RandomSource;
import java.util.List;

/**
 * One change of the table {@code t}, or of the tables of engine Join and Set beside it: which one,
 * of which insert or partition, of how many rows. An insert's rows of {@code t} go round the
 * partitions.
 */
record CrashStep(Kind kind, long id, int rows) {

  static final int PARTITIONS = 3;

  static final String TABLE =
      "CREATE TABLE IF NOT EXISTS t (id UInt64, seq UInt32, p UInt8, s String, x Int64 DEFAULT 0)"
          + " ENGINE = MergeTree PARTITION BY p ORDER BY (id, seq)"
          + " SETTINGS non_replicated_deduplication_window = 20";

  /** Where partitions are moved for a while. */
  static final String OTHER = "CREATE TABLE IF NOT EXISTS other AS t";

  static final String JOINED =
      "CREATE TABLE IF NOT EXISTS j (id UInt64, seq UInt32, s String) ENGINE = Join(ALL, LEFT, id)";

  static final String SET = "CREATE TABLE IF NOT EXISTS z (id UInt64, seq UInt32) ENGINE = Set";

  /** The most rows of an insert into the set. */
  static final int MOST_IN_SET = 300;

  /** Loads what the first statements would wait for. */
  static final String WARM_UP =
      "CREATE TABLE IF NOT EXISTS warm AS t; INSERT INTO warm (id, seq, p, s) SELECT 1, number, 1,"
          + " toString(number) FROM numbers(100); ALTER TABLE warm DELETE WHERE id = 1; OPTIMIZE"
          + " TABLE warm FINAL; TRUNCATE TABLE warm";

  /** What is done. */
  enum Kind {
    INSERT,
    MERGE,
    UPDATE,
    DELETE,
    LIGHT_DELETE,
    DROP_PARTITION,
    DETACH,
    ATTACH,
    MOVE_OUT,
    MOVE_IN,
    COPY,
    JOIN_INSERT,
    JOIN_TRUNCATE,
    SET_INSERT,
    SET_TRUNCATE
  }

  /** Whether it is an insert, whose number no other has. */
  boolean isInsert() {
    return kind == Kind.INSERT || kind == Kind.JOIN_INSERT || kind == Kind.SET_INSERT;
  }

  /** A step at random; deletes choose among the inserts before {@code next}. */
  static CrashStep any(RandomSource random, long next) {
    int dice = random.between(1, 100);
    long earlier = 1 + Math.floorMod(random.anyLong(), next);
    if (dice <= 10) {
      return new CrashStep(Kind.JOIN_INSERT, next, random.between(1, 3000));
    }
    if (dice <= 20) {
      return new CrashStep(Kind.SET_INSERT, next, random.between(1, MOST_IN_SET));
    }
    if (dice <= 24) {
      List<Kind> kinds = List.of(Kind.JOIN_TRUNCATE, Kind.SET_TRUNCATE);
      return new CrashStep(random.pick(kinds), earlier, 0);
    }
    if (dice <= 62) {
      return new CrashStep(Kind.INSERT, next, random.between(1, 3000));
    }
    if (dice <= 70) {
      return new CrashStep(Kind.MERGE, 0, 0);
    }
    if (dice <= 75) {
      return new CrashStep(Kind.UPDATE, random.between(0, 6), 0);
    }
    if (dice <= 82) {
      return new CrashStep(dice <= 78 ? Kind.DELETE : Kind.LIGHT_DELETE, earlier, 0);
    }
    if (dice <= 85) {
      return new CrashStep(Kind.COPY, 0, 0);
    }
    List<Kind> kinds =
        List.of(Kind.DROP_PARTITION, Kind.DETACH, Kind.ATTACH, Kind.MOVE_OUT, Kind.MOVE_IN);
    return new CrashStep(random.pick(kinds), random.between(0, PARTITIONS - 1), 0);
  }

  static CrashStep parse(String line) {
    String[] fields = line.split(" ");
    return new CrashStep(
        Kind.valueOf(fields[1]), Long.parseLong(fields[2]), Integer.parseInt(fields[3]));
  }

  String line() {
    return "try " + kind + " " + id + " " + rows;
  }

  /** How many of an insert's rows are in a partition. */
  int rowsIn(int partition) {
    return (rows + PARTITIONS - 1 - partition) / PARTITIONS;
  }

  String sql() {
    return switch (kind) {
      // the second is recognised and adds nothing
      case INSERT -> insert() + "; " + insert();
      case MERGE -> "OPTIMIZE TABLE t FINAL";
      case UPDATE -> "ALTER TABLE t UPDATE x = x + 1 WHERE id % 7 = " + id;
      case DELETE -> "ALTER TABLE t DELETE WHERE id IN (SELECT id FROM t WHERE id = " + id + ")";
      case LIGHT_DELETE -> "DELETE FROM t WHERE id = " + id;
      case DROP_PARTITION -> "ALTER TABLE t DROP PARTITION " + id;
      case DETACH -> "ALTER TABLE t DETACH PARTITION " + id;
      case ATTACH -> "ALTER TABLE t ATTACH PARTITION " + id;
      case MOVE_OUT -> "ALTER TABLE t MOVE PARTITION " + id + " TO TABLE other";
      case MOVE_IN -> "ALTER TABLE other MOVE PARTITION " + id + " TO TABLE t";
      case JOIN_INSERT ->
          "INSERT INTO j SELECT "
              + id
              + ", number, concat('row ', toString("
              + id
              + "), ' ', toString(number)) FROM numbers("
              + rows
              + ")";
      case JOIN_TRUNCATE -> "TRUNCATE TABLE j";
      case SET_INSERT -> "INSERT INTO z SELECT " + id + ", number FROM numbers(" + rows + ")";
      case SET_TRUNCATE -> "TRUNCATE TABLE z";
      case COPY ->
          "DROP TABLE IF EXISTS spare; DROP TABLE IF EXISTS aside; CREATE TABLE spare AS t;"
              + " INSERT INTO spare SELECT * FROM t; EXCHANGE TABLES t AND spare;"
              + " RENAME TABLE spare TO aside; DROP TABLE aside";
    };
  }

  private String insert() {
    return "INSERT INTO t (id, seq, p, s) SETTINGS insert_deduplication_token = 'insert "
        + id
        + "' SELECT "
        + id
        + ", number, number % "
        + PARTITIONS
        + ", concat('row ', toString("
        + id
        + "), ' ', toString(number)) FROM numbers("
        + rows
        + ")";
  }
}
