// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.memory.Reservation;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of one call site, reused from batch to batch, so that evaluating an expression
 * allocates nothing once warm. What an array holds from the last batch is not cleared. One owner,
 * one thread.
 */
public final class Scratch implements AutoCloseable {

  private final Reservation memory;
  private long @Nullable [] longs;
  private double @Nullable [] doubles;
  private int @Nullable [] ints;
  private boolean @Nullable [] flags;
  private @Nullable BytesBuffer bytes;
  private final Map<Class<?>, Object> kept = new IdentityHashMap<>(4);

  public Scratch(Reservation memory) {
    this.memory = memory;
  }

  /** At least {@code length} longs. */
  public long[] longs(int length) {
    if (longs == null || longs.length < length) {
      memory.grow(8L * (length - (longs == null ? 0 : longs.length)));
      longs = new long[length];
    }
    return longs;
  }

  /** At least {@code length} doubles. */
  public double[] doubles(int length) {
    if (doubles == null || doubles.length < length) {
      memory.grow(8L * (length - (doubles == null ? 0 : doubles.length)));
      doubles = new double[length];
    }
    return doubles;
  }

  /** At least {@code length} ints. */
  public int[] ints(int length) {
    if (ints == null || ints.length < length) {
      memory.grow(4L * (length - (ints == null ? 0 : ints.length)));
      ints = new int[length];
    }
    return ints;
  }

  /** At least {@code length} flags, for a null mask. */
  public boolean[] flags(int length) {
    if (flags == null || flags.length < length) {
      memory.grow(length - (flags == null ? 0 : flags.length));
      flags = new boolean[length];
    }
    return flags;
  }

  /** An empty byte buffer. */
  public BytesBuffer bytes() {
    if (bytes == null) {
      bytes = new BytesBuffer(memory);
    }
    bytes.reset();
    return bytes;
  }

  /**
   * What this call site keeps from batch to batch, one object of each class, made when first asked
   * for. It reserves its bytes from the reservation that {@code maker} is given.
   */
  public <T> T keep(Class<T> type, Function<Reservation, T> maker) {
    Object known = kept.get(type);
    if (known == null) {
      known = maker.apply(memory);
      kept.put(type, known);
    }
    return type.cast(known);
  }

  @Override
  public void close() {
    kept.clear();
    longs = null;
    doubles = null;
    ints = null;
    flags = null;
    bytes = null;
    memory.close();
  }
}
