// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.engine.spi.StorageProvider;
import io.twinhouse.testkit.clickhouse.RealClickHouse;
import io.twinhouse.testkit.clickhouse.RequiresClickHouse;
import io.twinhouse.testkit.contract.StorageContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.ServiceLoader;

/** The contract of all houses, kept by a server. */
@RequiresClickHouse
final class ClickHouseStorageTest extends StorageContract {
  @Override
  protected Storage open(Path place, MemoryContext memory) {
    String url = "clickhouse:" + RealClickHouse.get().url();
    StorageProvider provider =
        ServiceLoader.load(StorageProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> url.startsWith(found.scheme() + ":"))
            .findFirst()
            .orElseThrow();
    return provider.open(
        new StorageOptions(
            url,
            Map.of(),
            memory,
            (text, schema) -> {
              throw new IllegalStateException("the server binds its expressions itself");
            },
            Clock.systemUTC()));
  }
}
