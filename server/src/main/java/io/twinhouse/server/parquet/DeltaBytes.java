// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import org.jspecify.annotations.Nullable;

/**
 * Bytes behind the differences of their lengths (DELTA_LENGTH_BYTE_ARRAY), each maybe without what
 * it has in common with the value before (DELTA_BYTE_ARRAY). Lengths are gone through twice, first
 * to find where the bytes begin: so none are held, however many a page says it has.
 */
final class DeltaBytes implements ValueStream {

  private final @Nullable DeltaNumbers prefixes;
  private final DeltaNumbers lengths;
  private final Slice bytes;
  private Slice last = Slice.EMPTY;
  private int at;

  private DeltaBytes(@Nullable DeltaNumbers prefixes, Slice in, int most) {
    this.prefixes = prefixes;
    this.lengths = new DeltaNumbers(in, most);
    this.bytes = behind(in, most);
  }

  static DeltaBytes whole(Slice in, int most) {
    return new DeltaBytes(null, in, most);
  }

  static DeltaBytes withPrefixes(Slice in, int most) {
    return new DeltaBytes(new DeltaNumbers(in, most), behind(in, most), most);
  }

  /** What stands behind the numbers that a slice begins with. */
  private static Slice behind(Slice in, int most) {
    DeltaNumbers numbers = new DeltaNumbers(in, most);
    for (int i = 0; i < numbers.total(); i++) {
      numbers.next();
    }
    return in.rest(numbers.end());
  }

  @Override
  public void next(Cell cell) {
    Slice own = bytes.part(at, length(lengths));
    at += own.length();
    last = prefixes == null ? own : joined(last.part(0, length(prefixes)), own);
    cell.bytes(last);
  }

  private static int length(DeltaNumbers numbers) {
    long length = numbers.next();
    return length == (int) length ? (int) length : -1;
  }

  private static Slice joined(Slice prefix, Slice rest) {
    byte[] both = new byte[Math.addExact(prefix.length(), rest.length())];
    System.arraycopy(prefix.data(), prefix.from(), both, 0, prefix.length());
    System.arraycopy(rest.data(), rest.from(), both, prefix.length(), rest.length());
    return new Slice(both, 0, both.length);
  }
}
