// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.object;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.CellHash;
import io.twinhouse.engine.function.aggregate.state.CellOrder;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.function.hash.TableHash;
import io.twinhouse.engine.memory.Reservation;

/**
 * How often each key of up to 128 bits came, all accounted. Sums of floats hang on the order of
 * their terms, so that keys can be had in the order in which the server's tables hold them.
 */
public final class KeyCounts {

  private static final int FEW = 16;

  /** The object, its three lists and its arrays' headers. */
  private static final int OBJECT_BYTES = 224;

  /** How the server places keys, and how many of their bytes it keeps. */
  public enum Placing {
    /** By the lower word itself, which is a hash. */
    HASHED(8),
    /** By both words, of which each is a hash. */
    PAIRED(16),
    /** By the lower word of a hash of two. */
    HASHED_WIDE(16),
    /** By the bits of a number. */
    NUMBER(8);

    private final int width;

    Placing(int width) {
      this.width = width;
    }
  }

  private final Placing placing;
  private final int width;
  private final Reservation memory;
  private final LongList low;
  private final LongList high;
  private final LongList counts;
  private int[] places = {};

  /** Binary logarithm of the cells that the server's table began with. */
  private int degree = CellHash.LARGE;

  public KeyCounts(Placing placing, Reservation memory) {
    this(placing, placing.width, memory);
  }

  /**
   * @param width bytes that a key takes in a state
   */
  public KeyCounts(Placing placing, int width, Reservation memory) {
    this.placing = placing;
    this.width = width;
    this.memory = memory;
    memory.grow(OBJECT_BYTES);
    low = new LongList(memory);
    high = new LongList(memory);
    counts = new LongList(memory);
  }

  /** How many keys there are. */
  public int size() {
    return counts.size();
  }

  /** What holds the counts. */
  public Reservation memory() {
    return memory;
  }

  /** Whether another one has the same keys, each as often. */
  public boolean isSame(KeyCounts other) {
    boolean same = size() == other.size();
    for (int i = 0; same && i < size(); i++) {
      same = count(i) == other.count(low(i), high(i));
    }
    return same;
  }

  public long low(int index) {
    return low.get(index);
  }

  public long high(int index) {
    return high.get(index);
  }

  public long count(int index) {
    return counts.get(index);
  }

  /** How often a key came. */
  public long count(long lower, long upper) {
    if (size() == 0) {
      return 0;
    }
    int known = places[place(lower, upper)];
    return known == 0 ? 0 : counts.get(known - 1);
  }

  /** Counts a key so many times more; the place at which it came first. */
  public int add(long lower, long upper, long count) {
    if ((size() + 1) * 2 > places.length) {
      rehash(Math.max(2 * FEW, 2 * places.length));
    }
    int place = place(lower, upper);
    if (places[place] != 0) {
      int known = places[place] - 1;
      counts.set(known, counts.get(known) + count);
      return known;
    }
    low.add(lower);
    high.add(upper);
    counts.add(count);
    places[place] = size();
    return size() - 1;
  }

  private int place(long lower, long upper) {
    int mask = places.length - 1;
    long mixed = (lower ^ Long.rotateLeft(upper, 29)) * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & mask;
    while (places[at] != 0
        && (low.get(places[at] - 1) != lower || high.get(places[at] - 1) != upper)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void rehash(int length) {
    memory.grow(4L * (length - places.length));
    places = new int[length];
    for (int i = 0; i < size(); i++) {
      places[place(low.get(i), high.get(i))] = i + 1;
    }
  }

  /** Adds those of another, one after the other as its table holds them. */
  public void addAll(KeyCounts other) {
    for (int key : other.order()) {
      add(other.low(key), other.high(key), other.count(key));
    }
  }

  /** The indexes of all keys as the server's table holds them. */
  public int[] order() {
    return CellOrder.of(new Cells(this), 0, size(), memory);
  }

  public void write(BytesBuffer out) {
    StateBytes.writeVarint(out, size());
    for (int key : order()) {
      StateBytes.writeBytes(out, low.get(key), Math.min(width, Long.BYTES));
      if (width > Long.BYTES) {
        StateBytes.writeLong(out, high.get(key));
      }
      StateBytes.writeLong(out, counts.get(key));
    }
  }

  /** Reads what was written; the server makes its table as large as that needs at once. */
  public void read(StateReader in) {
    int size = in.readCount(width + Long.BYTES);
    if (size > 1) {
      degree = Math.max(CellHash.LARGE, 33 - Integer.numberOfLeadingZeros(size - 1));
    }
    addEach(in, size);
  }

  /** Reads what was written, key by key. */
  public void readEach(StateReader in) {
    addEach(in, in.readCount(width + Long.BYTES));
  }

  private void addEach(StateReader in, int size) {
    for (int i = 0; i < size; i++) {
      long lower = in.readBytes(Math.min(width, Long.BYTES));
      long upper = width > Long.BYTES ? in.readLong() : 0;
      add(lower, upper, in.readLong());
    }
  }

  /** Where the server puts the keys. */
  private record Cells(KeyCounts keys) implements CellHash {
    @Override
    public long at(int row) {
      return switch (keys.placing) {
        case HASHED, HASHED_WIDE -> keys.low(row);
        case PAIRED -> CityHash102.combine(keys.low(row), keys.high(row));
        case NUMBER -> TableHash.ofWord(keys.low(row));
      };
    }

    @Override
    public boolean isZero(int row) {
      return keys.low(row) == 0 && keys.high(row) == 0;
    }

    @Override
    public int degree() {
      return keys.degree;
    }
  }
}
