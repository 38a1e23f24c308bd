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
import io.twinhouse.engine.function.digest.Wyhash;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IntervalType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.zip.CRC32;
import net.openhft.hashing.LongHashFunction;
import net.openhft.hashing.LongTupleHashFunction;

/** The hash functions. */
public final class HashLibrary implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    LongHashFunction xx = LongHashFunction.xx();
    LongHashFunction xx3 = LongHashFunction.xx3();
    LongHashFunction farm = LongHashFunction.farmNa();
    FunctionFamily family = new FunctionFamily("Hash");
    narrow(family);
    wide(family);
    CityFamilyHash farmed = new CityFamilyHash(farm::hashBytes, false);
    return family
        .add("sipHash64", call -> any(call, SipFamilyHash.INSTANCE))
        .add("sipHash64Keyed", KeyedHash::bind64)
        .add("sipHash128Keyed", call -> KeyedHash.bind128(call, SipHash::hash128))
        .add("sipHash128ReferenceKeyed", call -> KeyedHash.bind128(call, SipHash::reference128))
        .add("cityHash64", call -> any(call, new CityFamilyHash(CityHash102::hash64, true)))
        .add("farmHash64", HashLibrary::farmHash)
        .add(
            "farmFingerprint64",
            call -> any(call, new FoldedHash(farmed, HashLibrary::fingerprint)))
        .add("metroHash64", call -> any(call, new CityFamilyHash(Metro::hash64, false)))
        .add("HMAC", FunctionTraits::anyCase, HmacFunction::bind)
        .add("jumpConsistentHash", BucketHash::jump)
        .add("URLHash", BucketHash::url)
        .add("javaHash", BucketHash::java)
        .add("javaHashUTF16LE", BucketHash::javaUtf16)
        .add("hiveHash", BucketHash::hive)
        .add("xxHash64", call -> any(call, new ByteHash(xx::hashBytes, false)))
        .add("xxHash64Spark", t -> t.ownNulls(), SparkHash::bind)
        .add("xxh3", call -> any(call, new ByteHash(xx3::hashBytes, false)))
        .add("wyHash64", call -> any(call, new ByteHash(Wyhash::hash, true)))
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

  private static void narrow(FunctionFamily family) {
    narrow(family, "murmurHash2_32", 32, (d, o, n) -> Murmur.hash2(d, o, n, 0));
    narrow(family, "murmurHash2_64", 64, (d, o, n) -> Murmur.hash2Long(d, o, n, 0));
    narrow(family, "gccMurmurHash", 64, (d, o, n) -> Murmur.hash2Long(d, o, n, 0xc70f6907L));
    narrow(
        family, "kafkaMurmurHash", 32, (d, o, n) -> Murmur.hash2(d, o, n, 0x9747b28c) & 0x7FFFFFFF);
    narrow(family, "murmurHash3_32", 32, Murmur::hash3);
    narrow(
        family,
        "murmurHash3_64",
        64,
        (d, o, n) -> {
          long[] words = Murmur.hash3Long(d, o, n);
          return words[0] ^ words[1];
        });
    narrow(family, "xxHash32", 32, XxHash32::hash);
  }

  private static void narrow(
      FunctionFamily family, String name, int bits, ByteHash.Algorithm algorithm) {
    family.add(
        name, call -> bound(call, new NarrowHash(algorithm, bits), new IntegerType(bits, false)));
  }

  /** FarmHash's portable hash; beyond 32 bytes FarmHash chooses by the processor's instructions. */
  private static BoundFunction farmHash(CallSite call) {
    LongHashFunction farm = LongHashFunction.farmNa();
    CityFamilyHash hash =
        new CityFamilyHash(
            (data, offset, length) -> {
              if (length > 32) {
                throw call.notImplemented("texts of more than 32 bytes");
              }
              return farm.hashBytes(data, offset, length);
            },
            false);
    BoundFunction bound = any(call, hash);
    return Bound.of(bound.returnType(), bound::evaluate);
  }

  /** How FarmHash folds two words. */
  private static long fingerprint(long low, long high) {
    long factor = 0x9ddfea08eb382d69L;
    long a = (low ^ high) * factor;
    a ^= a >>> 47;
    long b = (high ^ a) * factor;
    b ^= b >>> 44;
    b *= factor;
    b ^= b >>> 41;
    return b * factor;
  }

  private static void wide(FunctionFamily family) {
    WideHash sip = new WideHash((d, o, n) -> SipHash.hash128(d, o, n, 0, 0));
    WideHash reference = new WideHash((d, o, n) -> SipHash.reference128(d, o, n, 0, 0));
    WideHash murmur = new WideHash(Murmur::hash3Long);
    LongTupleHashFunction xx128 = LongTupleHashFunction.xx128();
    WideHash xx = new WideHash(xx128::hashBytes);
    family.add("sipHash128", call -> sip.bind(call, false, 0));
    family.add("sipHash128Reference", call -> reference.bind(call, false, 0));
    family.add("murmurHash3_128", call -> murmur.bind(call, false, 0));
    family.add("xxh3_128", call -> xx.bind(call, true, 0));
  }

  private static BoundFunction any(CallSite call, ValueHash hash) {
    return bound(call, hash, IntegerType.UINT64);
  }

  private static BoundFunction bound(CallSite call, ValueHash hash, Type result) {
    return Bound.total(result, kernel(call, hash, 0));
  }

  /** What hashes the arguments from {@code first} on. */
  static Kernel kernel(CallSite call, ValueHash hash, int first) {
    for (int i = first; i < call.size(); i++) {
      if (call.type(i).isOpaque()) {
        throw call.notImplemented(call.type(i).name());
      }
    }
    return new HashKernel(hash, call.types(), first);
  }

  private static BoundFunction integer(CallSite call, Type result, LongUnaryOperator hash) {
    Type base = call.arity(1).base(0);
    boolean refused =
        base.lane() != Lane.LONG
            || base instanceof EnumType
            || base instanceof DateTime64Type
            || base instanceof TimeType
            || base instanceof Time64Type
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
