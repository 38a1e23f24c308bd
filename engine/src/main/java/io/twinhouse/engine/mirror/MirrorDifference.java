// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.mirror;

/**
 * Where a mirrored table is not what the row store says.
 *
 * @param key of the row, such as {@code id=7}
 * @param column that differs; empty where a whole row is missing or should not be there
 * @param source what the row store has, as compared
 * @param house what the house has, as compared
 */
public record MirrorDifference(
    String mapping, String key, String column, String source, String house) {

  @Override
  public String toString() {
    String where = mapping + " " + key;
    if (column.isEmpty()) {
      return where + " is only in the " + (house.isEmpty() ? "row store" : "house");
    }
    return where
        + ": "
        + column
        + " is "
        + source
        + " in the row store, "
        + house
        + " in the house";
  }
}
