// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A result is read through a memory that is small and does not grow with it. With {@code
 * -Dtwinhouse.large.rows=45000000 -Xmx128m} it is one of more than 1 GiB.
 */
@RequiresClickHouse
final class LargeResultTest {
  private static final long ROWS = Long.getLong("twinhouse.large.rows", 3_000_000);

  @Test
  void aLargeResultPassesThroughASmallMemory(RealClickHouse server) {
    MemoryContext memory = MemoryContext.root("small", 16 << 20);
    long sum = 0;
    try (Storage storage =
            new ClickHouseStorageProvider()
                .open(
                    new StorageOptions(
                        "clickhouse:" + server.url(),
                        Map.of(),
                        memory,
                        (text, schema) -> {
                          throw new IllegalStateException("the server binds its expressions");
                        },
                        Clock.systemUTC()));
        RemoteResult result =
            storage.execute(
                new RemoteRequest(
                    "SELECT number, number * 2, toString(number) FROM numbers(" + ROWS + ")",
                    "",
                    "",
                    Map.of(),
                    Map.of()))) {
      for (Batch batch = result.next(); batch != null; batch = result.next()) {
        long[] numbers = ((LongColumn) batch.column(0)).values();
        for (int row = 0; row < batch.rows(); row++) {
          sum += numbers[row];
        }
      }
      assertThat(result.statistics().resultRows()).isEqualTo(ROWS);
    }
    assertThat(sum).isEqualTo(ROWS * (ROWS - 1) / 2);
    assertThat(memory.peakBytes()).isLessThan(8 << 20);
    assertThat(memory.reservedBytes()).isZero();
  }
}
