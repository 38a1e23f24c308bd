// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.choice;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.function.aggregate.state.GroupCapacity;
import io.twinhouse.engine.function.aggregate.state.GroupInts;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Byte strings: ids while all that is kept came from one dictionary, else an array a group. The
 * first value of another origin turns ids into arrays.
 */
final class BytesKept implements KeptValues {

  private final Reservation memory;
  private final byte[] none;

  /** Id plus one by group, 0 for none; used while {@link #flat} is null. */
  private final GroupInts ids;

  private @Nullable Dictionary dictionary;
  private byte @Nullable [] @Nullable [] flat;
  private int groups;

  BytesKept(Type base, Reservation memory) {
    this.memory = memory;
    ids = new GroupInts(memory);
    ColumnBuilder builder = ColumnBuilder.of(base);
    builder.appendDefault();
    none = ((BytesColumn) builder.build()).bytes(0);
  }

  @Override
  public void resize(int newGroups) {
    groups = Math.max(groups, newGroups);
    byte[][] arrays = flat;
    if (arrays == null) {
      ids.resize(newGroups);
    } else if (newGroups > arrays.length) {
      int length = GroupCapacity.grown(arrays.length, newGroups);
      memory.grow((long) GroupCapacity.REFERENCE * length);
      flat = Arrays.copyOf(arrays, length);
      memory.shrink((long) GroupCapacity.REFERENCE * arrays.length);
    }
  }

  @Override
  public void keep(Column column, int[] rows, int count, int[] groupOf) {
    if (column instanceof DictionaryColumn coded && acceptsIds(coded.dictionary())) {
      int[] kept = ids.values();
      int[] lane = coded.ids();
      for (int i = 0; i < count; i++) {
        kept[groupOf[rows[i]]] = lane[rows[i]] + 1;
      }
      return;
    }
    if (column instanceof DictionaryColumn coded) {
      for (int i = 0; i < count; i++) {
        byte[] entry =
            coded.isNull(rows[i]) ? none : coded.dictionary().bytes(coded.ids()[rows[i]]);
        put(groupOf[rows[i]], entry, 0, entry.length);
      }
      return;
    }
    boolean constant = column instanceof ConstantColumn;
    BytesColumn bytes = (BytesColumn) (constant ? ((ConstantColumn) column).value() : column);
    for (int i = 0; i < count; i++) {
      int row = constant ? 0 : rows[i];
      put(groupOf[rows[i]], bytes.data(), bytes.offsets()[row], bytes.length(row));
    }
  }

  private boolean acceptsIds(Dictionary candidate) {
    if (flat != null || candidate.size() == 0) {
      return false;
    }
    if (dictionary == null) {
      dictionary = candidate;
    }
    return dictionary == candidate;
  }

  /** Keeps a copy of some bytes. */
  void put(int group, byte[] source, int offset, int length) {
    byte[][] arrays = arrays();
    byte[] old = arrays[group];
    if (old == null || old.length != length) {
      memory.grow(GroupCapacity.ARRAY_HEADER + length);
      arrays[group] = Arrays.copyOfRange(source, offset, offset + length);
      memory.shrink(old == null ? 0 : GroupCapacity.ARRAY_HEADER + old.length);
    } else {
      System.arraycopy(source, offset, old, 0, length);
    }
  }

  private byte[][] arrays() {
    byte[][] arrays = flat;
    if (arrays == null) {
      int[] held = ids.values();
      memory.grow((long) GroupCapacity.REFERENCE * groups);
      arrays = new byte[groups][];
      flat = arrays;
      Dictionary entries = dictionary;
      for (int group = 0; group < groups && entries != null; group++) {
        if (held[group] != 0) {
          memory.grow(GroupCapacity.ARRAY_HEADER + entries.length(held[group] - 1));
          arrays[group] = entries.bytes(held[group] - 1);
        }
      }
      ids.clear();
    }
    return arrays;
  }

  /** What is kept for a group. */
  byte[] get(int group) {
    byte[] value = none;
    if (flat != null) {
      value = flat[group] == null ? none : flat[group];
    } else if (dictionary != null && ids.values()[group] != 0) {
      value = dictionary.bytes(ids.values()[group] - 1);
    }
    return value;
  }

  @Override
  public void take(KeptValues other, int otherGroup, int group) {
    BytesKept states = (BytesKept) other;
    if (states.flat == null && states.dictionary != null && acceptsIds(states.dictionary)) {
      ids.values()[group] = states.ids.values()[otherGroup];
    } else {
      byte[] value = states.get(otherGroup);
      put(group, value, 0, value.length);
    }
  }

  @Override
  public Column results(int from, int count) {
    Dictionary entries = dictionary;
    if (flat == null && entries != null && allKept(from, count)) {
      int[] chosen = new int[count];
      for (int i = 0; i < count; i++) {
        chosen[i] = ids.values()[from + i] - 1;
      }
      return DictionaryColumn.of(chosen, entries, count, null);
    }
    BytesBuffer bytes = new BytesBuffer(count);
    for (int group = from; group < from + count; group++) {
      byte[] value = get(group);
      bytes.append(value, 0, value.length);
    }
    return bytes.toColumn(null);
  }

  private boolean allKept(int from, int count) {
    for (int group = from; group < from + count; group++) {
      if (ids.values()[group] == 0) {
        return false;
      }
    }
    return true;
  }
}
