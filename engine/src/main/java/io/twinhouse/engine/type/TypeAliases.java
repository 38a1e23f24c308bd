// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL standard's and MySQL's names of types, which ClickHouse accepts in any case. */
final class TypeAliases {

  private static final Map<String, String> BY_UPPER_CASE_NAME = new HashMap<>();

  static {
    alias("Bool", "BOOL", "BOOLEAN");
    alias("DateTime", "TIMESTAMP", "DATETIME32");
    alias("Decimal", "DEC", "FIXED", "NUMERIC");
    alias("Enum", "ENUM");
    alias("FixedString", "BINARY");
    alias("Float32", "FLOAT", "REAL", "SINGLE");
    alias("Float64", "DOUBLE", "DOUBLE PRECISION");
    alias("IPv4", "INET4");
    alias("IPv6", "INET6");
    alias("Int8", "BYTE", "INT1", "INT1 SIGNED", "TINYINT", "TINYINT SIGNED");
    alias("Int16", "SMALLINT", "SMALLINT SIGNED");
    alias("Int32", "INT", "INT SIGNED", "INTEGER", "INTEGER SIGNED");
    alias("Int32", "MEDIUMINT", "MEDIUMINT SIGNED");
    alias("Int64", "BIGINT", "BIGINT SIGNED", "SIGNED");
    alias("UInt8", "INT1 UNSIGNED", "TINYINT UNSIGNED");
    alias("UInt16", "SMALLINT UNSIGNED", "YEAR");
    alias("UInt32", "INT UNSIGNED", "INTEGER UNSIGNED", "MEDIUMINT UNSIGNED");
    alias("UInt64", "BIGINT UNSIGNED", "BIT", "SET", "UNSIGNED");
    alias("String", "BINARY LARGE OBJECT", "BINARY VARYING", "BLOB", "BYTEA", "CHAR");
    alias("String", "CHAR LARGE OBJECT", "CHAR VARYING", "CHARACTER", "CHARACTER LARGE OBJECT");
    alias("String", "CHARACTER VARYING", "CLOB", "LONGBLOB", "LONGTEXT", "MEDIUMBLOB");
    alias("String", "MEDIUMTEXT", "NATIONAL CHAR", "NATIONAL CHAR VARYING");
    alias("String", "NATIONAL CHARACTER", "NATIONAL CHARACTER LARGE OBJECT");
    alias("String", "NATIONAL CHARACTER VARYING", "NCHAR", "NCHAR LARGE OBJECT");
    alias("String", "NCHAR VARYING", "NVARCHAR", "TEXT", "TINYBLOB", "TINYTEXT", "VARBINARY");
    alias("String", "VARCHAR", "VARCHAR2");
    // ClickHouse's own names that any case reaches
    for (String name : new String[] {"Date", "Date32", "DateTime", "DateTime64", "JSON", "Time"}) {
      alias(name, name.toUpperCase(Locale.ROOT));
    }
    for (String name : new String[] {"Decimal", "Decimal32", "Decimal64", "Decimal128"}) {
      alias(name, name.toUpperCase(Locale.ROOT));
    }
    alias("Decimal256", "DECIMAL256");
    alias("Time64", "TIME64");
  }

  private TypeAliases() {}

  private static void alias(String name, String... aliases) {
    for (String alias : aliases) {
      BY_UPPER_CASE_NAME.put(alias, name);
    }
  }

  /** ClickHouse's own name behind {@code words} (joined by single blanks), or null. */
  static @Nullable String resolve(String words) {
    return BY_UPPER_CASE_NAME.get(words.toUpperCase(Locale.ROOT));
  }

  /** Whether {@code words} could be the beginning of a name of several words. */
  static boolean isPrefix(String words) {
    String start = words.toUpperCase(Locale.ROOT) + " ";
    return BY_UPPER_CASE_NAME.keySet().stream().anyMatch(name -> name.startsWith(start));
  }
}
