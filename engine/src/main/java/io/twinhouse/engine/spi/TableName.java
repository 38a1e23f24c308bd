// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.type.Quoting;

/** A table's database and name. */
public record TableName(String database, String table) implements Comparable<TableName> {

  @Override
  public int compareTo(TableName other) {
    int order = database.compareTo(other.database);
    return order != 0 ? order : table.compareTo(other.table);
  }

  /** As SQL writes it, in back-ticks. */
  public String quoted() {
    return Quoting.name(database) + "." + Quoting.name(table);
  }

  @Override
  public String toString() {
    return database + "." + table;
  }
}
