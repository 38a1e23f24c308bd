// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.zip.CRC32;
import net.openhft.hashing.LongHashFunction;

/** The hash functions. */
public final class HashLibrary implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    LongHashFunction xx = LongHashFunction.xx();
    LongHashFunction xx3 = LongHashFunction.xx3();
    LongHashFunction farm = LongHashFunction.farmNa();
    return new FunctionFamily("Hash")
        .add("sipHash64", call -> any(call, SipFamilyHash.INSTANCE))
        .add("cityHash64", call -> any(call, new CityFamilyHash(CityHash102::hash64, true)))
        .add("farmFingerprint64", call -> any(call, new CityFamilyHash(farm::hashBytes, false)))
        .add("xxHash64", call -> any(call, new ByteHash(xx::hashBytes, false)))
        .add("xxh3", call -> any(call, new ByteHash(xx3::hashBytes, false)))
        .add("halfMD5", call -> any(call, new ByteHash(HashLibrary::halfMd5, true)))
        .add("intHash64", call -> integer(call, IntegerType.UINT64, IntHash::hash64))
        .add("intHash32", call -> integer(call, IntegerType.UINT32, IntHash::hash32))
        .add("MD5", call -> Digest.bind(call, "MD5", 16))
        .add("SHA1", call -> Digest.bind(call, "SHA-1", 20))
        .add("SHA224", call -> Digest.bind(call, "SHA-224", 28))
        .add("SHA256", call -> Digest.bind(call, "SHA-256", 32))
        .add("SHA384", call -> Digest.bind(call, "SHA-384", 48))
        .add("SHA512", call -> Digest.bind(call, "SHA-512", 64))
        .add("SHA512_256", call -> Digest.bind(call, "SHA-512/256", 32))
        .add("CRC32", FunctionTraits::anyCase, HashLibrary::crc32)
        .functions();
  }

  private static BoundFunction any(CallSite call, ValueHash hash) {
    for (int i = 0; i < call.size(); i++) {
      if (!isHashable(call.type(i))) {
        throw call.notImplemented(call.type(i).name());
      }
    }
    return Bound.total(IntegerType.UINT64, new HashKernel(hash, call.types()));
  }

  private static boolean isHashable(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return isHashable(array.element());
    }
    if (base instanceof MapType map) {
      return isHashable(map.entry());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements().stream().allMatch(HashLibrary::isHashable);
    }
    return !(base instanceof JsonType
        || base instanceof DynamicType
        || base instanceof AggregateFunctionType);
  }

  private static BoundFunction integer(CallSite call, Type result, LongUnaryOperator hash) {
    Type base = call.arity(1).base(0);
    boolean refused =
        base.lane() != Lane.LONG
            || base instanceof EnumType
            || base instanceof DateTime64Type
            || base instanceof IntervalType;
    if (refused) {
      throw call.illegal(0);
    }
    Kernel kernel =
        invocation -> {
          LongLane lane = LongLane.of(invocation.argument(0));
          long[] hashes = invocation.scratch().longs(invocation.rows());
          for (int row = 0; row < invocation.rows(); row++) {
            hashes[row] = hash.applyAsLong(lane.at(row));
          }
          return LongColumn.of(hashes, invocation.rows(), null);
        };
    return Bound.total(result, kernel);
  }

  private static BoundFunction crc32(CallSite call) {
    call.arity(1).text(0);
    Kernel kernel =
        invocation -> {
          BytesLane lane = BytesLane.of(invocation.argument(0));
          long[] sums = invocation.scratch().longs(invocation.rows());
          CRC32 crc = new CRC32();
          for (int row = 0; row < invocation.rows(); row++) {
            crc.reset();
            crc.update(lane.data(), lane.start(row), lane.length(row));
            sums[row] = crc.getValue();
          }
          return LongColumn.of(sums, invocation.rows(), null);
        };
    return Bound.total(IntegerType.UINT32, kernel);
  }

  private static long halfMd5(byte[] data, int offset, int length) {
    java.security.MessageDigest digest = new Digest("MD5", 16).instance();
    digest.update(data, offset, length);
    return Long.reverseBytes(ByteOrders.getLong(digest.digest(), 0));
  }
}
