// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.tagged;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.format.text.Utf8Repair;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.text.WriteOptions;
import io.twinhouse.engine.type.StringType;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Names of elements, which a zero ends: the server escapes them as JSON does, and repairs them. */
final class BsonNames {

  private static final ValueWriter JSON =
      ValueWriter.of(StringType.INSTANCE, TextStyle.JSON, WriteOptions.of(ZoneOffset.UTC));

  private BsonNames() {}

  static byte[] escaped(byte[] name) {
    if (isPlain(name)) {
      return name;
    }
    byte[] repaired = Utf8Repair.of(name);
    ColumnBuilder text = ColumnBuilder.of(StringType.INSTANCE);
    text.appendBytes(repaired, 0, repaired.length);
    TextOutput quoted = new TextOutput();
    JSON.write(text.build(), 0, quoted);
    return Arrays.copyOfRange(quoted.data(), 1, quoted.length() - 1);
  }

  private static boolean isPlain(byte[] name) {
    for (byte next : name) {
      if (next < ' ' || next == '"' || next == '\\' || next == '/' || next == 0x7f) {
        return false;
      }
    }
    return true;
  }
}
