// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Composition;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import java.util.List;

/** Hashes with rules of their own: of a URL, of a Java String, of a number into buckets. */
final class BucketHash {

  private BucketHash() {}

  /** jumpConsistentHash (Lamping and Veach, 2014). */
  static BoundFunction jump(CallSite call) {
    call.arity(2).integer(0).integer(1);
    return Bound.of(
        IntegerType.INT32,
        RowKernels.longs(
            invocation -> {
              LongLane keys = LongLane.of(invocation.argument(0));
              LongLane buckets = LongLane.of(invocation.argument(1));
              return row -> jump(keys.at(row), buckets.at(row));
            }));
  }

  private static long jump(long given, long buckets) {
    if (buckets <= 0 || buckets > Integer.MAX_VALUE) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The second argument of function jumpConsistentHash (number of buckets) must be a"
              + " positive number that fits 32 bits");
    }
    long key = given;
    long bucket = -1;
    long next = 0;
    while (next < buckets) {
      bucket = next;
      key = key * 2862933555777941757L + 1;
      next = (long) ((bucket + 1) * ((double) (1L << 31) / ((key >>> 33) + 1)));
    }
    return bucket;
  }

  /** URLHash of a whole URL, without one sign of the kind that does not matter at its end. */
  static BoundFunction url(CallSite call) {
    call.arity(1, 2).string(0);
    if (call.size() == 2) {
      return urlLevel(call);
    }
    return Bound.total(IntegerType.UINT64, Operands.bytesToLong(BucketHash::url));
  }

  /** The hash of a URL up to a level of its hierarchy; of nothing where there is no such level. */
  private static BoundFunction urlLevel(CallSite call) {
    if (!(call.base(1) instanceof IntegerType) && !(call.base(1) instanceof BoolType)) {
      throw call.illegal(1);
    }
    if (call.base(1).lane() != Lane.LONG) {
      throw call.notImplemented("a level of type " + call.base(1).name());
    }
    Composition composition = new Composition(call);
    Composition.Part levels = composition.call("URLHierarchy", composition.argument(0));
    return composition.bound(
        composition.call(List.of(levels, composition.argument(1)), arguments -> ofLevel()));
  }

  private static BoundFunction ofLevel() {
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              ArrayLane urls = ArrayLane.of(invocation.argument(0));
              BytesLane texts = BytesLane.of(urls.elements());
              LongLane levels = LongLane.of(invocation.argument(1));
              return row -> {
                long level = levels.at(row);
                if (level < 0 || level >= urls.length(row)) {
                  return CityHash102.hash64(texts.data(), 0, 0);
                }
                int url = urls.start(row) + (int) level;
                return url(texts.data(), texts.start(url), texts.end(url));
              };
            }));
  }

  private static long url(byte[] data, int from, int to) {
    boolean cut = to > from && "/?#".indexOf(data[to - 1]) >= 0;
    return CityHash102.hash64(data, from, to - from - (cut ? 1 : 0));
  }

  /** What String.hashCode gives for the bytes as they are, one sign each. */
  static BoundFunction java(CallSite call) {
    call.arity(1);
    if (call.base(0) instanceof IntegerType integer && integer.bits() <= 64) {
      if (!integer.signed()) {
        throw call.refuse(ErrorCode.NOT_IMPLEMENTED, "Unsigned types are not supported");
      }
      return Bound.total(
          IntegerType.INT32, Operands.longs(x -> integer.bits() == 64 ? (int) (x ^ x >>> 32) : x));
    }
    if (!(call.base(0) instanceof StringType)) {
      throw call.notImplemented(call.type(0).name());
    }
    return Bound.total(IntegerType.INT32, Operands.bytesToLong(BucketHash::ofSigns));
  }

  /** As {@link #java}, without the sign. */
  static BoundFunction hive(CallSite call) {
    call.arity(1);
    if (!(call.base(0) instanceof StringType)) {
      throw call.notImplemented(call.type(0).name());
    }
    return Bound.total(
        IntegerType.INT32,
        Operands.bytesToLong((data, from, to) -> ofSigns(data, from, to) & 0x7FFFFFFF));
  }

  private static long ofSigns(byte[] data, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + data[i];
    }
    return hash;
  }

  /** As Java hashes a text whose two bytes a sign are given, lower one first. */
  static BoundFunction javaUtf16(CallSite call) {
    call.arity(1).string(0);
    return Bound.of(
        IntegerType.INT32,
        Operands.bytesToLong(
            (data, from, to) -> {
              if ((to - from) % 2 != 0) {
                throw new TwinhouseException(
                    ErrorCode.BAD_ARGUMENTS, "Arguments length in bytes must be even");
              }
              int hash = 0;
              for (int i = from; i < to; i += 2) {
                hash = hash * 31 + ((data[i] & 0xFF) | (data[i + 1] & 0xFF) << 8);
              }
              return hash;
            }));
  }
}
