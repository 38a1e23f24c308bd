// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.merge;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.layout.TableLayout;
import java.util.ArrayList;
import java.util.List;

/** Collects the sparse index of a part whose rows come bit by bit. One thread. */
final class KeyIndex {

  private final List<Type> types;
  private final Reservation memory;
  private final List<LaneBuffer> firsts = new ArrayList<>();
  private final List<LaneBuffer> last = new ArrayList<>();
  private int rows;

  KeyIndex(TableLayout layout, Reservation memory) {
    this.types = layout.sortingKey().stream().map(key -> key.type()).toList();
    this.memory = memory;
  }

  /** Takes what it needs of the next rows' keys. */
  void add(List<Column> keys, int count) {
    if (count == 0) {
      return;
    }
    for (int k = 0; k < types.size(); k++) {
      Column key = keys.get(k);
      if (firsts.size() == k) {
        firsts.add(lane(key, types.get(k)));
        last.add(lane(key, types.get(k)));
      }
      int granule = PartFormat.GRANULE_ROWS;
      for (int row = (granule - rows % granule) % granule; row < count; row += granule) {
        firsts.get(k).append(key, row, 1);
      }
      last.get(k).clear();
      last.get(k).append(key, count - 1, 1);
    }
    rows += count;
  }

  private LaneBuffer lane(Column key, Type type) {
    return key instanceof DictionaryColumn coded
        ? new IdLane(memory, coded.dictionary())
        : LaneBuffer.of(type, memory);
  }

  /** The index of all rows so far. */
  List<StreamContent> streams() {
    List<StreamContent> streams = new ArrayList<>();
    for (int k = 0; k < firsts.size(); k++) {
      firsts.get(k).append(last.get(k).view(), 0, 1);
      StreamKey key = StreamKey.of("key" + k, types.get(k));
      streams.add(StreamContent.of(key, firsts.get(k).view()));
    }
    return streams;
  }
}
