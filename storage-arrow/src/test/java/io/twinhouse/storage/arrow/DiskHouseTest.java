// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.testkit.contract.StorageContract;
import java.nio.file.Path;

/** The contract of every house, for tables on disk. */
final class DiskHouseTest extends StorageContract {

  @Override
  protected Storage open(Path place, MemoryContext memory) {
    return TestStores.open("arrow:" + place, memory);
  }
}
