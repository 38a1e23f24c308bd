// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** AES: encrypt, decrypt, tryDecrypt and MySQL's two. */
public final class CipherFunctions {

  private static final byte[] NONE = {};

  private CipherFunctions() {}

  /** What is done with each text. */
  private record Work(CipherMode mode, boolean encrypts, boolean mysql, boolean tries) {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Encryption");
    family.add("encrypt", call -> bind(call, true, false, false));
    family.add("decrypt", call -> bind(call, false, false, false));
    family.add("tryDecrypt", call -> bind(call, false, false, true));
    family.add("aes_encrypt_mysql", call -> bind(call, true, true, false));
    family.add("aes_decrypt_mysql", call -> bind(call, false, true, false));
    return family;
  }

  private static BoundFunction bind(CallSite call, boolean encrypts, boolean mysql, boolean tries) {
    call.arity(3, mysql ? 4 : 5);
    for (int i = 0; i < call.size(); i++) {
      call.text(i);
    }
    CipherMode mode = CipherMode.of(call.constantText(0));
    if (mysql && mode.isGcm()) {
      throw CipherMode.bad("Unsupported mode gcm of function " + call.name());
    }
    if (call.size() == 5 && !mode.isGcm()) {
      throw CipherMode.bad("AAD can be only set for GCM-mode");
    }
    Work work = new Work(mode, encrypts, mysql, tries);
    Type type = tries ? StringType.INSTANCE.toNullable() : StringType.INSTANCE;
    return Bound.of(type, invocation -> run(invocation, work));
  }

  private static Column run(Invocation call, Work work) {
    int count = call.argumentCount();
    BytesLane texts = BytesLane.of(call.argument(1));
    BytesLane keys = BytesLane.of(call.argument(2));
    BytesLane starts = count > 3 ? BytesLane.of(call.argument(3)) : null;
    BytesLane extras = count > 4 ? BytesLane.of(call.argument(4)) : null;
    BytesBuffer out = call.scratch().bytes();
    boolean[] failed = new boolean[call.rows()];
    for (int row = 0; row < call.rows(); row++) {
      byte[] key = keys.bytes(row);
      byte[] start = starts == null ? NONE : starts.bytes(row);
      if (work.mysql()) {
        key = work.mode().folded(key);
        start = start.length > 16 ? Arrays.copyOf(start, 16) : start;
      }
      work.mode().check(key, start);
      byte[] extra = extras == null ? NONE : extras.bytes(row);
      byte[] result = work(work, texts.bytes(row), key, start, extra);
      failed[row] = result == null;
      if (result != null) {
        out.write(result, 0, result.length);
      }
      out.endRow();
    }
    return out.toColumn(work.tries() ? failed : null);
  }

  private static byte @Nullable [] work(
      Work work, byte[] text, byte[] key, byte[] start, byte[] extra) {
    try {
      return work.encrypts()
          ? work.mode().encrypt(text, key, start, extra)
          : work.mode().decrypt(text, key, start, extra);
    } catch (GeneralSecurityException e) {
      if (work.tries()) {
        return null;
      }
      throw new TwinhouseException(
          ErrorCode.OPENSSL_ERROR, "The text cannot be decrypted: " + e.getMessage(), e);
    }
  }
}
