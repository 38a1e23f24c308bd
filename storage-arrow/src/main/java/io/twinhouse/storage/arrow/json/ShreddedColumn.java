// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON column taken apart.
 *
 * @param streams one for each type of each path that a row has, in no order
 * @param rows of the column
 */
public record ShreddedColumn(List<Stream> streams, int rows) {

  public ShreddedColumn {
    streams = List.copyOf(streams);
  }

  /**
   * The values of one type of one path.
   *
   * @param path steps joined by dots
   * @param type of the values as kept
   * @param shape for arrays, which are kept as text, their type; else empty
   * @param rows which rows have a value, ascending; may be longer than {@code values}
   * @param values theirs
   */
  public record Stream(String path, Type type, String shape, int[] rows, Column values) {}

  /**
   * Takes JSON texts apart.
   *
   * @param type theirs
   * @param memory where the values are reserved
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA for malformed text
   */
  public static ShreddedColumn of(Column texts, JsonType type, Reservation memory) {
    ObjectShredder shredder = new ObjectShredder(memory);
    shredder.add((BytesColumn) texts.flatten(), type);
    List<Stream> streams = new ArrayList<>();
    shredder.forEachLeaf(
        leaf ->
            streams.add(
                new Stream(leaf.path(), leaf.type(), leaf.shape(), leaf.rows(), leaf.values())));
    return new ShreddedColumn(streams, texts.size());
  }
}
