// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import net.openhft.hashing.Access;
import net.openhft.hashing.LongHashFunction;

/** A hash over byte arrays in the dress of zero-allocation-hashing; other inputs are copied. */
abstract class BytesHashFunction extends LongHashFunction {

  private static final long serialVersionUID = 1L;

  @Override
  public abstract long hashBytes(byte[] input, int off, int len);

  @Override
  public final long hashBytes(byte[] input) {
    return hashBytes(input, 0, input.length);
  }

  @Override
  public final long hashLong(long input) {
    return ofWord(input, 8);
  }

  @Override
  public final long hashInt(int input) {
    return ofWord(input, 4);
  }

  @Override
  public final long hashShort(short input) {
    return ofWord(input, 2);
  }

  @Override
  public final long hashChar(char input) {
    return ofWord(input, 2);
  }

  @Override
  public final long hashByte(byte input) {
    return ofWord(input, 1);
  }

  @Override
  public final long hashVoid() {
    return hashBytes(new byte[0], 0, 0);
  }

  @Override
  public final <T> long hash(T input, Access<T> access, long off, long len) {
    byte[] copy = new byte[Math.toIntExact(len)];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = (byte) access.getByte(input, off + i);
    }
    return hashBytes(copy, 0, copy.length);
  }

  private long ofWord(long word, int bytes) {
    byte[] data = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      data[i] = (byte) (word >>> 8 * i);
    }
    return hashBytes(data, 0, bytes);
  }
}
