// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lane;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.memory.Reservation;
import java.util.Arrays;

/** The BYTES lane by dictionary id; rows appended from columns must hold ids of its dictionary. */
public final class IdLane extends LaneBuffer {

  private final Dictionary dictionary;
  private int[] ids = new int[0];

  public IdLane(Reservation memory, Dictionary dictionary) {
    super(memory);
    this.dictionary = dictionary;
  }

  public Dictionary dictionary() {
    return dictionary;
  }

  /** The array, with room for {@code count} ids after the last; counts them as filled. */
  public int[] room(int count) {
    int needed = Math.addExact(size(), count);
    if (needed > ids.length) {
      int length = grown(ids.length, needed);
      memory.grow(4L * (length - ids.length));
      ids = Arrays.copyOf(ids, length);
    }
    grownTo(needed);
    return ids;
  }

  @Override
  void appendFlat(Column source, int from, int count) {
    DictionaryColumn coded = (DictionaryColumn) source;
    if (coded.dictionary() != dictionary) {
      throw new IllegalArgumentException("ids of another dictionary");
    }
    int at = size();
    System.arraycopy(coded.ids(), from, room(count), at, count);
  }

  @Override
  public void appendDefaults(int count) {
    int at = size();
    Arrays.fill(room(count), at, at + count, 0);
  }

  @Override
  public Column view() {
    return DictionaryColumn.of(ids, dictionary, size(), nullsOrNone());
  }
}
