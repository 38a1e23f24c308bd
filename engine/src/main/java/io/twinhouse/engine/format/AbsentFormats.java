// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats of the server that are not here. */
final class AbsentFormats {

  private AbsentFormats() {}

  /** What does the same, or null for a name that the server does not have either. */
  static @Nullable String insteadOf(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "avroconfluent", "capnproto" -> "Avro, Parquet, Protobuf or MsgPack";
      case "orc" -> "Parquet or Arrow";
      case "parquetmetadata", "dwarf" -> "Parquet";
      case "buffers" -> "Native or RowBinary";
      case "mysqlwire", "postgresqlwire", "odbcdriver2" -> "Native or JSONCompactEachRow";
      case "mysqldump" -> "Values";
      case "template", "templateignorespaces" -> "CustomSeparated or Regexp";
      case "geojson" -> "JSONEachRow";
      case "hivetext" -> "TSV";
      case "hash" -> "sum(cityHash64(*)) in the query";
      case "png" -> "RowBinary";
      default -> null;
    };
  }
}
