// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.digest;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.FixedStringType;

/** MD4, RIPEMD160 and keccak256 of texts. */
public final class DigestFunctions {

  private DigestFunctions() {}

  /** The digest of a run of bytes. */
  private interface Digest {
    byte[] of(byte[] data, int from, int length);
  }

  public static FunctionFamily family() {
    return new FunctionFamily("Hash: digests")
        .add("MD4", call -> bind(call, 16, Md4::digest))
        .add("RIPEMD160", call -> bind(call, 20, RipeMd160::digest))
        .add("keccak256", call -> bind(call, 32, Keccak::digest));
  }

  private static BoundFunction bind(CallSite call, int length, Digest digest) {
    call.arity(1).text(0);
    return Bound.total(
        new FixedStringType(length),
        RowKernels.bytes(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return (row, out) -> {
                Checkpoint.pass();
                out.write(digest.of(texts.data(), texts.start(row), texts.length(row)), 0, length);
              };
            }));
  }

  /** A text behind which a bit and its length in bits stand, in blocks of 64 bytes. */
  static byte[] padded(byte[] data, int from, int length) {
    byte[] padded = new byte[(length + 8) / 64 * 64 + 64];
    System.arraycopy(data, from, padded, 0, length);
    padded[length] = (byte) 0x80;
    long bits = 8L * length;
    for (int i = 0; i < 8; i++) {
      padded[padded.length - 8 + i] = (byte) (bits >>> 8 * i);
    }
    return padded;
  }

  /** The little-endian word at {@code at}. */
  static int word(byte[] data, int at) {
    return (data[at] & 0xFF)
        | (data[at + 1] & 0xFF) << 8
        | (data[at + 2] & 0xFF) << 16
        | data[at + 3] << 24;
  }

  /** Words as bytes, the lowest first. */
  static byte[] bytes(int[] words) {
    byte[] bytes = new byte[4 * words.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (words[i / 4] >>> 8 * (i % 4));
    }
    return bytes;
  }
}
