// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

/** The forms in which ClickHouse writes and reads a value; arrays, tuples and maps nest QUOTED. */
public enum TextStyle {
  /** As toString gives it: no escapes, no quotes. */
  RAW("\\N"),
  /** TabSeparated: control characters, quotes and backslashes escaped. */
  ESCAPED("\\N"),
  /** Values and the elements of arrays: text in single quotes with escapes. */
  QUOTED("NULL"),
  /** CSV: text in double quotes, which are doubled inside. */
  CSV("\\N"),
  /** JSON. */
  JSON("null");

  private final String nullText;

  TextStyle(String nullText) {
    this.nullText = nullText;
  }

  /** How NULL reads. */
  public String nullText() {
    return nullText;
  }
}
