// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse;

import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.engine.spi.StorageProvider;
import io.twinhouse.storage.clickhouse.client.ClickHouseGateway;
import io.twinhouse.storage.clickhouse.client.Endpoint;
import io.twinhouse.storage.clickhouse.client.Request;

/**
 * Opens a ClickHouse server by its address; see {@link Endpoint} for what an address may hold. The
 * options of {@link StorageOptions} are further parameters of the address.
 */
public final class ClickHouseStorageProvider implements StorageProvider {
  /** Called by {@link java.util.ServiceLoader}. */
  public ClickHouseStorageProvider() {}

  @Override
  public String scheme() {
    return "clickhouse";
  }

  @Override
  public Storage open(StorageOptions options) {
    Endpoint endpoint = Endpoint.parse(options.url(), options.options());
    ClickHouseGateway gateway = ClickHouseGateway.connect(endpoint);
    try {
      gateway.execute(Request.of("SELECT 1"));
    } catch (RuntimeException unreachable) {
      gateway.close();
      throw unreachable;
    }
    return new ClickHouseStorage(gateway, endpoint, options.memory());
  }
}
