// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.rollup;

import io.twinhouse.engine.rollup.RangePiece.Grain;
import io.twinhouse.engine.type.Quoting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The statements of a roll-up. Values of users travel as the parameters owner and dimension. */
final class RollupSql {

  private final RollupDefinition definition;

  RollupSql(RollupDefinition definition) {
    this.definition = definition;
  }

  String createTable() {
    return "CREATE TABLE IF NOT EXISTS "
        + name()
        + " (owner String, grain LowCardinality(String), bucket DateTime('UTC'), dimension"
        + " LowCardinality(String), key String"
        + measures(", %s Int64")
        + ") ENGINE = SummingMergeTree PARTITION BY toYYYYMM(bucket) ORDER BY (owner, grain,"
        + " dimension, bucket, key)";
  }

  /** One row a grain, bucket, dimension and key of each insert, however many events it has. */
  String createFeed() {
    return "CREATE MATERIALIZED VIEW IF NOT EXISTS "
        + Quoting.name(definition.name() + "_feed")
        + " TO "
        + name()
        + " AS SELECT owner, grain, if(grain = 'hour', toStartOfHour(moment),"
        + " toStartOfDay(moment)) AS bucket, pair.1 AS dimension, pair.2 AS key"
        + measures(", sum(%1$s_value) AS %1$s")
        + " FROM (SELECT "
        + events()
        + ", arrayJoin(['hour', 'day']) AS grain, arrayJoin("
        + pairs()
        + ") AS pair FROM "
        + source()
        + ") WHERE key != '' GROUP BY owner, grain, bucket, dimension, key";
  }

  /** Figures of a range by {@code point}, an expression over bucket and key. */
  String figures(List<RangePiece> pieces, String point) {
    List<String> parts = new ArrayList<>();
    for (RangePiece piece : pieces) {
      parts.add(
          "SELECT "
              + point
              + " AS point"
              + measures(", sum(%1$s) AS %1$s")
              + " FROM "
              + (piece.grain() == Grain.EVENT ? single(piece) : summed(piece))
              + " GROUP BY point");
    }
    return "SELECT point"
        + measures(", sum(%s)")
        + " FROM ("
        + String.join(" UNION ALL ", parts)
        + ") GROUP BY point";
  }

  /** What the events say of each bucket and key that begins in the range. */
  String recount(Grain grain, Instant from, Instant to) {
    String start = grain == Grain.HOUR ? "toStartOfHour(moment)" : "toStartOfDay(moment)";
    return "SELECT toString(toUnixTimestamp("
        + start
        + ")) AS b, pair.1 AS d, pair.2 AS k"
        + measures(", sum(%s_value)")
        + " FROM (SELECT "
        + events()
        + ", arrayJoin("
        + pairs()
        + ") AS pair FROM "
        + source()
        + where(definition.time(), from, to)
        + ") WHERE owner = {owner:String} AND k != '' GROUP BY b, d, k ORDER BY b, d, k";
  }

  /** What is kept of each bucket and key that begins in the range. */
  String kept(Grain grain, Instant from, Instant to) {
    return "SELECT toString(toUnixTimestamp(bucket)) AS b, dimension AS d, key AS k"
        + measures(", sum(%s)")
        + " FROM "
        + name()
        + where("bucket", from, to)
        + " AND owner = {owner:String} AND grain = '"
        + word(grain)
        + "' GROUP BY b, d, k ORDER BY b, d, k";
  }

  private String single(RangePiece piece) {
    return "(SELECT owner, moment AS bucket, pair.2 AS key"
        + measures(", %1$s_value AS %1$s")
        + " FROM (SELECT "
        + events()
        + ", arrayJoin("
        + pairs()
        + ") AS pair FROM "
        + source()
        + where(definition.time(), piece.from(), piece.to())
        + ") WHERE owner = {owner:String} AND pair.1 = {dimension:String} AND key != '')";
  }

  private String summed(RangePiece piece) {
    return name()
        + where("bucket", piece.from(), piece.to())
        + " AND owner = {owner:String} AND dimension = {dimension:String} AND grain = '"
        + word(piece.grain())
        + "'";
  }

  /** The events' columns under names of their own, so that an expression may use any column. */
  private String events() {
    return "toString("
        + Quoting.name(definition.owner())
        + ") AS owner, "
        + Quoting.name(definition.time())
        + " AS moment"
        + definition.measures().entrySet().stream()
            .map(m -> ", toInt64(" + m.getValue() + ") AS " + m.getKey() + "_value")
            .collect(Collectors.joining());
  }

  private String pairs() {
    List<String> pairs = new ArrayList<>();
    pairs.add("('" + RollupDefinition.OVERVIEW + "', '" + RollupDefinition.ALL + "')");
    definition
        .dimensions()
        .forEach((name, expression) -> pairs.add("('" + name + "', " + expression + ")"));
    return "[" + String.join(", ", pairs) + "]";
  }

  private static String where(String column, Instant from, Instant to) {
    return " WHERE "
        + Quoting.name(column)
        + " >= "
        + moment(from)
        + " AND "
        + Quoting.name(column)
        + " < "
        + moment(to);
  }

  private static String moment(Instant moment) {
    return "fromUnixTimestamp64Milli(toInt64(" + moment.toEpochMilli() + "), 'UTC')";
  }

  private String measures(String each) {
    return definition.measures().keySet().stream()
        .map(measure -> String.format(Locale.ROOT, each, measure))
        .collect(Collectors.joining());
  }

  static String word(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT);
  }

  String name() {
    return Quoting.name(definition.name());
  }

  String source() {
    return Quoting.name(definition.source());
  }
}
