// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.StringType;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC (RFC 2104) over the digests that the JDK has. */
final class HmacFunction {

  private static final Map<String, String> ALGORITHMS =
      Map.ofEntries(
          Map.entry("md5", "HmacMD5"),
          Map.entry("sha1", "HmacSHA1"),
          Map.entry("sha224", "HmacSHA224"),
          Map.entry("sha256", "HmacSHA256"),
          Map.entry("sha384", "HmacSHA384"),
          Map.entry("sha512", "HmacSHA512"),
          Map.entry("sha512-224", "HmacSHA512/224"),
          Map.entry("sha512-256", "HmacSHA512/256"),
          Map.entry("sha3-224", "HmacSHA3-224"),
          Map.entry("sha3-256", "HmacSHA3-256"),
          Map.entry("sha3-384", "HmacSHA3-384"),
          Map.entry("sha3-512", "HmacSHA3-512"));

  private HmacFunction() {}

  static BoundFunction bind(CallSite call) {
    call.arity(3).string(0).text(1).text(2);
    String mode = call.constantText(0).toLowerCase(Locale.ROOT);
    String algorithm = ALGORITHMS.get(mode);
    if (algorithm == null) {
      boolean known =
          mode.startsWith("blake")
              || mode.startsWith("md")
              || mode.startsWith("ripemd")
              || mode.startsWith("shake")
              || mode.startsWith("sm3")
              || mode.startsWith("whirl");
      throw known
          ? call.notImplemented(mode)
          : call.refuse(ErrorCode.BAD_ARGUMENTS, "Invalid hash algorithm: '" + mode + "'");
    }
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              BytesLane messages = BytesLane.of(invocation.argument(1));
              BytesLane keys = BytesLane.of(invocation.argument(2));
              return (row, out) -> {
                byte[] sum = sum(algorithm, keys.bytes(row), messages.bytes(row));
                out.write(sum, 0, sum.length);
              };
            }));
  }

  private static byte[] sum(String algorithm, byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      // A key is filled up with zeros, so that no key is one of a zero.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
