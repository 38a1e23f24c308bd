// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.function.aggregate.state.GroupFlags;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;

/** The BYTES lane, by unsigned bytes. */
final class BytesChooser implements Chooser {

  private final boolean largest;
  private final BytesKept best;
  private final GroupFlags seen;
  private byte[] entry = new byte[64];

  BytesChooser(Type base, boolean largest, Reservation memory) {
    this.largest = largest;
    best = new BytesKept(base, memory);
    seen = new GroupFlags(memory);
  }

  @Override
  public void resize(int groups) {
    best.resize(groups);
    seen.resize(groups);
  }

  @Override
  public int choose(Column column, int[] groups, int rows, int[] winners) {
    if (column instanceof DictionaryColumn coded) {
      return chooseEntries(coded, groups, rows, winners);
    }
    boolean constant = column instanceof ConstantColumn;
    BytesColumn bytes = (BytesColumn) (constant ? ((ConstantColumn) column).value() : column);
    int[] offsets = bytes.offsets();
    int won = 0;
    for (int row = 0; row < rows; row++) {
      if (groups[row] >= 0) {
        int start = offsets[constant ? 0 : row];
        int length = bytes.length(constant ? 0 : row);
        if (offer(bytes.data(), start, length, groups[row])) {
          winners[won++] = row;
        }
      }
    }
    return won;
  }

  private int chooseEntries(DictionaryColumn coded, int[] groups, int rows, int[] winners) {
    int[] ids = coded.ids();
    int won = 0;
    int lastId = -1;
    int lastGroup = -1;
    int length = 0;
    for (int row = 0; row < rows; row++) {
      int group = groups[row];
      if (group < 0 || (ids[row] == lastId && group == lastGroup)) {
        continue;
      }
      if (ids[row] != lastId) {
        length = coded.dictionary().length(ids[row]);
        entry = entry.length < length ? new byte[length * 2] : entry;
        coded.dictionary().copy(ids[row], entry, 0);
      }
      lastId = ids[row];
      lastGroup = group;
      if (offer(entry, 0, length, group)) {
        winners[won++] = row;
      }
    }
    return won;
  }

  private boolean offer(byte[] data, int offset, int length, int group) {
    if (seen.values()[group]) {
      byte[] held = best.get(group);
      int order = Arrays.compareUnsigned(data, offset, offset + length, held, 0, held.length);
      if (largest ? order <= 0 : order >= 0) {
        return false;
      }
    }
    seen.values()[group] = true;
    best.put(group, data, offset, length);
    return true;
  }

  @Override
  public boolean take(Chooser other, int otherGroup, int group) {
    BytesChooser states = (BytesChooser) other;
    if (!states.seen.values()[otherGroup]) {
      return false;
    }
    byte[] value = states.best.get(otherGroup);
    return offer(value, 0, value.length, group);
  }

  @Override
  public Column results(int from, int count) {
    return best.results(from, count);
  }

  @Override
  public boolean isSeen(int group) {
    return seen.values()[group];
  }
}
