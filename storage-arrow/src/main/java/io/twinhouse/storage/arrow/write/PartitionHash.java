// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;

/**
 * Ids of partitions whose key is not made of whole numbers: ClickHouse's 128-bit SipHash over the
 * key's fields, each a byte for its kind and its value. Ids matter, since they decide between rows
 * of equal version in two partitions.
 */
final class PartitionHash {

  private static final int NULL = 0;
  private static final int UNSIGNED = 1;
  private static final int SIGNED = 2;
  private static final int UUID = 4;
  private static final int STRING = 16;

  private PartitionHash() {}

  static String id(List<Type> types, List<Column> columns, int row) {
    int size = 0;
    for (Column column : columns) {
      size += 17 + (column.flatten() instanceof BytesColumn bytes ? bytes.length(row) : 0);
    }
    ByteBuffer fields = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < types.size(); i++) {
      put(types.get(i).base(), columns.get(i).flatten(), row, fields);
    }
    byte[] data = new byte[fields.position()];
    fields.flip().get(data);
    long[] hash = new long[2];
    SipHash24.hash128(data, 0, data.length, hash, 0);
    ByteBuffer digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    byte[] bytes = new byte[16];
    digest.putLong(hash[0]).putLong(hash[1]).flip().get(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void put(Type base, Column column, int row, ByteBuffer fields) {
    if (column.isNull(row)) {
      fields.put((byte) NULL);
    } else if (column instanceof LongColumn longs) {
      boolean signed =
          base instanceof EnumType
              || base.equals(DateType.DATE32)
              || (base instanceof IntegerType integer && integer.signed());
      fields.put((byte) (signed ? SIGNED : UNSIGNED)).putLong(longs.values()[row]);
    } else if (column instanceof BytesColumn bytes) {
      byte[] value = bytes.bytes(row);
      fields.put((byte) STRING).putLong(value.length).put(value);
    } else {
      WideColumn uuid = (WideColumn) column;
      fields.put((byte) UUID).putLong(uuid.values()[2 * row + 1]).putLong(uuid.values()[2 * row]);
    }
  }
}
