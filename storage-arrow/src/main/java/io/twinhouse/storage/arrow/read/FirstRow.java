// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;

/** What an expression says of a part whose rows all agree on it, as they do on their partition. */
public final class FirstRow {

  private FirstRow() {}

  /** The value in the part's first row, the only one of the column; the caller holds the part. */
  public static Column of(
      Part part,
      Expression expression,
      TableLayout layout,
      TableDictionaries dictionaries,
      MemoryContext memory) {
    try (Reservation work = new Reservation(memory)) {
      GranuleReader reader =
          new ReaderFactory(layout, dictionaries, work)
              .computed(part, -1, expression.type(), expression);
      LaneBuffer lane = reader.newLane(work);
      reader.at(0);
      reader.read(0, 1, lane);
      return lane.view().gather(new int[] {0}, 1);
    }
  }
}
