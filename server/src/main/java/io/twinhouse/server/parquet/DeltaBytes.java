// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import org.jspecify.annotations.Nullable;

/**
 * Bytes behind the differences of their lengths (DELTA_LENGTH_BYTE_ARRAY), each maybe without what
 * it has in common with the value before (DELTA_BYTE_ARRAY).
 */
final class DeltaBytes implements ValueStream {

  private final int @Nullable [] prefixes;
  private final int[] lengths;
  private final Slice bytes;
  private Slice last = Slice.EMPTY;
  private int next;
  private int at;

  private DeltaBytes(int @Nullable [] prefixes, Slice in, int most) {
    DeltaNumbers numbers = new DeltaNumbers(in, most);
    this.prefixes = prefixes;
    this.lengths = all(numbers);
    this.bytes = in.rest(numbers.end());
  }

  static DeltaBytes whole(Slice in, int most) {
    return new DeltaBytes(null, in, most);
  }

  static DeltaBytes withPrefixes(Slice in, int most) {
    DeltaNumbers numbers = new DeltaNumbers(in, most);
    int[] prefixes = all(numbers);
    return new DeltaBytes(prefixes, in.rest(numbers.end()), most);
  }

  private static int[] all(DeltaNumbers numbers) {
    int[] all = new int[numbers.total()];
    for (int i = 0; i < all.length; i++) {
      all[i] = (int) numbers.next();
    }
    return all;
  }

  @Override
  public void next(Cell cell) {
    if (next >= lengths.length || (prefixes != null && next >= prefixes.length)) {
      throw ParquetFile.broken("a page ends within its values");
    }
    Slice own = bytes.part(at, lengths[next]);
    at += lengths[next];
    last = prefixes == null ? own : joined(last.part(0, prefixes[next]), own);
    next++;
    cell.bytes(last);
  }

  private static Slice joined(Slice prefix, Slice rest) {
    byte[] both = new byte[Math.addExact(prefix.length(), rest.length())];
    System.arraycopy(prefix.data(), prefix.from(), both, 0, prefix.length());
    System.arraycopy(rest.data(), rest.from(), both, prefix.length(), rest.length());
    return new Slice(both, 0, both.length);
  }
}
