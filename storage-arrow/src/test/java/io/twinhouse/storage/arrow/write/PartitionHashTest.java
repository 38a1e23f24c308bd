// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.UuidType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Partition ids as a ClickHouse 26.7 showed them in system.parts. */
final class PartitionHashTest {

  @Test
  void stringsNumbersAndUuidsGetTheServersIds() {
    BytesColumn empty = BytesColumn.ofStrings("");
    BytesColumn ab = BytesColumn.ofStrings("ab");
    assertThat(PartitionHash.id(List.of(StringType.INSTANCE), List.of(empty), 0))
        .isEqualTo("f64abffc6c96f8ef72c783f1b9426e19");
    assertThat(
            PartitionHash.id(
                List.of(IntegerType.INT32, StringType.INSTANCE),
                List.of(LongColumn.of(-5), empty),
                0))
        .isEqualTo("2b314b372dee86c5403d189b285ee97f");
    assertThat(
            PartitionHash.id(
                List.of(BoolType.INSTANCE, StringType.INSTANCE), List.of(LongColumn.of(1), ab), 0))
        .isEqualTo("6b8816dec8efb880388e54a805dc1362");
    long[] uuid = {0x8899aabbccddeeffL, 0x0011223344556677L};
    assertThat(
            PartitionHash.id(
                List.of(UuidType.INSTANCE), List.of(WideColumn.of(uuid, 2, 1, null)), 0))
        .isEqualTo("2462615b0a052003f1dfc9e6cda040a3");
  }
}
