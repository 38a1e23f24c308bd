// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format;

import io.twinhouse.engine.type.Type;

/**
 * Names one stream of a part: a column, or one type of one path of a shredded JSON column.
 *
 * @param column the table column
 * @param path empty for the column itself; for JSON the path as the shredder writes it
 * @param type the type of the values in the stream
 */
public record StreamKey(String column, String path, Type type) {

  /** Streams of the same dictionary key share a table-wide dictionary. */
  public String dictionaryKey() {
    return path.isEmpty() ? column : column + '\t' + path;
  }
}
