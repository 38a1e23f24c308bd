// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.catalog;

import io.twinhouse.engine.spi.TableName;

/** Names and texts as they stand in SQL. */
public final class Quoting {
  private Quoting() {}

  /** A name in back-ticks. */
  public static String name(String name) {
    return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
  }

  /** Database and table in back-ticks. */
  public static String name(TableName table) {
    return name(table.database()) + "." + name(table.table());
  }

  /** A string literal. */
  public static String text(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
