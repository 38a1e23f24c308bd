// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.TupleType;

/**
 * SipHash with a key, two UInt64 in a constant tuple, which is the first argument.
 *
 * @param low the first half of the key
 * @param high the second half of the key
 */
record KeyedHash(long low, long high) implements ValueHash {

  /** One of the forms of SipHash with 128 bits. */
  interface Form {
    long[] hash(byte[] data, int offset, int length, long key0, long key1);
  }

  static BoundFunction bind64(CallSite call) {
    KeyedHash hash = call.size() == 0 ? new KeyedHash(0, 0) : of(call);
    return Bound.total(IntegerType.UINT64, HashLibrary.kernel(call, hash, 1));
  }

  static BoundFunction bind128(CallSite call, Form form) {
    KeyedHash key = call.size() == 0 ? new KeyedHash(0, 0) : of(call);
    return new WideHash((data, at, length) -> form.hash(data, at, length, key.low, key.high))
        .bind(call, false, 1);
  }

  private static KeyedHash of(CallSite call) {
    boolean key =
        call.base(0) instanceof TupleType tuple
            && tuple.elements().size() == 2
            && tuple.elements().stream().allMatch(IntegerType.UINT64::equals);
    if (!key) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "The key of function "
              + call.name()
              + " must be of type Tuple(UInt64, UInt64), got "
              + call.type(0).name());
    }
    Column constant = call.constant(0);
    if (constant == null) {
      throw call.notImplemented("a key that is not constant");
    }
    TupleColumn halves = (TupleColumn) constant.flatten();
    return new KeyedHash(half(halves, 0), half(halves, 1));
  }

  private static long half(TupleColumn halves, int index) {
    return ((LongColumn) halves.elements().get(index).flatten()).values()[0];
  }

  @Override
  public long bytes(byte[] data, int offset, int length) {
    return SipHash.hash64(data, offset, length, low, high);
  }

  @Override
  public long number(long bits, int width, boolean plain) {
    byte[] bytes = new byte[8];
    ByteOrders.putLong(bytes, 0, bits);
    return SipHash.hash64(bytes, 0, width, low, high);
  }

  @Override
  public long combine(long first, long second) {
    byte[] words = new byte[16];
    ByteOrders.putLong(words, 0, first);
    ByteOrders.putLong(words, 8, second);
    return SipHash.hash64(words, 0, 16, low, high);
  }

  @Override
  public long entry(Dictionary dictionary, int id) {
    byte[] value = dictionary.bytes(id);
    return bytes(value, 0, value.length);
  }
}
