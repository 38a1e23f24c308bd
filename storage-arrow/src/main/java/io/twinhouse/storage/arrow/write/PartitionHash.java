// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Ids of partitions whose key is not made of whole numbers: 32 hexadecimal digits of a digest, as
 * ClickHouse's are, though not the same ones.
 */
final class PartitionHash {

  private PartitionHash() {}

  static String id(List<Type> types, List<Column> columns, int row) {
    MessageDigest digest = sha256();
    for (int i = 0; i < types.size(); i++) {
      Object value = JavaValues.get(types.get(i), columns.get(i), row);
      byte[] text = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
      digest.update(
          (value == null ? "n" : "v" + text.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(text);
    }
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
