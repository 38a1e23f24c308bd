// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.bitmap;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/** A set of unsigned numbers of 8 to 64 bits. Not thread-safe. */
final class Bitmap {

  private static final int SMALL = 32;

  private final int width;
  private boolean large;
  private final Set<Long> few = new LinkedHashSet<>();

  /** By the high 32 bits of the numbers. */
  private final Map<Integer, RoaringBitmap> many = new TreeMap<>(Integer::compareUnsigned);

  /**
   * @param width bytes of a number
   */
  Bitmap(int width) {
    this.width = width;
  }

  /** Called with each number, small sets in the order of coming, large ones by size. */
  interface Sink {
    void accept(long value);
  }

  boolean isLarge() {
    return large;
  }

  long count() {
    return large
        ? many.values().stream().mapToLong(RoaringBitmap::getLongCardinality).sum()
        : few.size();
  }

  boolean contains(long value) {
    if (!large) {
      return few.contains(value);
    }
    RoaringBitmap part = many.get((int) (value >>> 32));
    return part != null && part.contains((int) value);
  }

  /** Whether the number is new. */
  boolean add(long value) {
    if (contains(value)) {
      return false;
    }
    if (!large && few.size() == SMALL) {
      spread();
    }
    if (large) {
      part(value).add((int) value);
    } else {
      few.add(value);
    }
    return true;
  }

  private RoaringBitmap part(long value) {
    return many.computeIfAbsent((int) (value >>> 32), high -> new RoaringBitmap());
  }

  private void spread() {
    large = true;
    few.forEach(value -> part(value).add((int) (long) value));
    few.clear();
  }

  void forEach(Sink sink) {
    if (!large) {
      few.forEach(sink::accept);
      return;
    }
    many.forEach(
        (high, part) -> {
          IntIterator values = part.getIntIterator();
          while (values.hasNext()) {
            sink.accept((long) high << 32 | (values.next() & 0xffffffffL));
          }
        });
  }

  private void keep(LongPredicate wanted) {
    if (large) {
      LinkedHashSet<Long> gone = new LinkedHashSet<>();
      forEach(
          value -> {
            if (!wanted.test(value)) {
              gone.add(value);
            }
          });
      gone.forEach(value -> part(value).remove((int) (long) value));
    } else {
      few.removeIf(value -> !wanted.test(value));
    }
  }

  void and(Bitmap other) {
    if (large && !other.large) {
      LinkedHashSet<Long> both = new LinkedHashSet<>();
      other.forEach(
          value -> {
            if (contains(value)) {
              both.add(value);
            }
          });
      many.clear();
      large = false;
      few.addAll(both);
    } else {
      keep(other::contains);
    }
  }

  void or(Bitmap other) {
    if (other.large && !large) {
      spread();
    }
    other.forEach(this::add);
  }

  void xor(Bitmap other) {
    if (!large) {
      spread();
    }
    other.forEach(
        value -> part(value).flip((int) value & 0xffffffffL, ((int) value & 0xffffffffL) + 1));
  }

  void andNot(Bitmap other) {
    keep(value -> !other.contains(value));
  }

  /** Puts numbers in the place of others, one after the other; from now on it is a large set. */
  void replace(long[] from, long[] to) {
    if (!large) {
      spread();
    }
    for (int i = 0; i < from.length; i++) {
      if (from[i] != to[i] && contains(from[i])) {
        part(from[i]).remove((int) from[i]);
        part(to[i]).add((int) to[i]);
      }
    }
  }

  /** Appends the bytes of a state. */
  void write(BytesBuffer out) {
    out.write(large ? 1 : 0);
    if (!large) {
      out.write(few.size());
      few.forEach(value -> StateBytes.writeBytes(out, value, width));
      return;
    }
    many.values().removeIf(RoaringBitmap::isEmpty);
    int size = width == 8 ? 8 : 0;
    if (width < 8 && many.isEmpty()) {
      many.put(0, new RoaringBitmap());
    }
    for (RoaringBitmap part : many.values()) {
      part.runOptimize();
      size += part.serializedSizeInBytes() + (width == 8 ? 4 : 0);
    }
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    if (width == 8) {
      bytes.putLong(many.size());
    }
    many.forEach(
        (high, part) -> {
          if (width == 8) {
            bytes.putInt(high);
          }
          part.serialize(bytes);
        });
    StateBytes.writeVarint(out, size);
    out.write(bytes.array(), 0, size);
  }

  /** Reads the bytes of a state; an empty rest is an empty set. */
  static Bitmap read(StateReader in, int width) {
    Bitmap bitmap = new Bitmap(width);
    if (in.left() == 0) {
      return bitmap;
    }
    if (in.readByte() == 0) {
      int size = in.readByte();
      for (int i = 0; i < size; i++) {
        bitmap.few.add(in.readBytes(width));
      }
      return bitmap;
    }
    int size = in.readCount(1);
    int start = in.skip(size);
    bitmap.large = true;
    ByteBuffer bytes = ByteBuffer.wrap(in.data(), start, size).order(ByteOrder.LITTLE_ENDIAN);
    try {
      long parts = width == 8 ? bytes.getLong() : 1;
      for (long i = 0; i < parts; i++) {
        int high = width == 8 ? bytes.getInt() : 0;
        RoaringBitmap part = new RoaringBitmap();
        part.deserialize(bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
        bytes.position(bytes.position() + part.serializedSizeInBytes());
        bitmap.many.put(high, part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new TwinhouseException(ErrorCode.INCORRECT_DATA, "A bitmap cannot be read", e);
    }
    return bitmap;
  }
}
