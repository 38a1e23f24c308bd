// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.hash;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A cryptographic digest of the JDK over texts (and IPv6 addresses, which ClickHouse allows). */
record Digest(String algorithm, int length) implements Kernel {

  static Bound bind(CallSite call, String algorithm, int length) {
    call.arity(1);
    boolean address = call.base(0) instanceof IpType && call.base(0).lane() == Lane.WIDE;
    if (!address) {
      call.text(0);
    }
    return Bound.total(new FixedStringType(length), new Digest(algorithm, length));
  }

  @Override
  public Column evaluate(Invocation call) {
    BytesColumn texts = texts(call.flat(0), call.rows());
    MessageDigest digest = instance();
    BytesBuffer out = call.scratch().bytes();
    for (int row = 0; row < call.rows(); row++) {
      digest.update(texts.data(), texts.offsets()[row], texts.length(row));
      out.append(digest.digest(), 0, length);
    }
    return out.toColumn(null);
  }

  private static BytesColumn texts(Column column, int rows) {
    if (!(column instanceof WideColumn wide)) {
      return (BytesColumn) column;
    }
    byte[] data = new byte[16 * rows];
    int[] offsets = new int[rows + 1];
    for (int row = 0; row < rows; row++) {
      ByteOrders.putLong(data, 16 * row, Long.reverseBytes(wide.values()[2 * row + 1]));
      ByteOrders.putLong(data, 16 * row + 8, Long.reverseBytes(wide.values()[2 * row]));
      offsets[row + 1] = 16 * (row + 1);
    }
    return BytesColumn.of(data, offsets, rows, null);
  }

  MessageDigest instance() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
