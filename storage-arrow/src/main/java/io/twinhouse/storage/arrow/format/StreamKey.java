// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.engine.type.Type;

/**
 * Names one stream of a part: a column, or one type of one path of a shredded JSON column.
 *
 * @param column the table column
 * @param path for JSON the steps of the path, joined by dots
 * @param type the type of the values as the stream keeps them
 * @param shape for arrays of a JSON path, which are kept as text, their type; else empty
 */
public record StreamKey(String column, String path, Type type, String shape) {

  /** The stream of a whole column. */
  public static StreamKey of(String column, Type type) {
    return new StreamKey(column, NO_PATH, type, "");
  }

  /** The path of a stream that is a column; no path of a JSON value looks like it. */
  private static final String NO_PATH = "\t";

  /** Whether the stream is a column and not a path in one. */
  public boolean isColumn() {
    return path.equals(NO_PATH);
  }

  /** Streams of the same dictionary key share a table-wide dictionary. */
  public String dictionaryKey() {
    return isColumn() ? column : column + "\t." + path + (shape.isEmpty() ? "" : "\t" + shape);
  }
}
