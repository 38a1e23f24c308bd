// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.storage.arrow.file.ArrowMemory;
import io.twinhouse.storage.arrow.file.Directory;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Opens houses for tests; expressions in definitions are column names only. */
final class TestStores {

  private TestStores() {}

  static Storage open(String url, MemoryContext memory) {
    return new ArrowStorageProvider().open(options(url, memory));
  }

  /** Opens a house in any directory. */
  static Storage open(Directory directory, MemoryContext memory) throws IOException {
    ArrowMemory buffers = new ArrowMemory(memory);
    try {
      return ArrowStorage.open(directory, options("arrow:test", memory), memory, buffers);
    } catch (IOException | RuntimeException e) {
      buffers.close();
      throw e;
    }
  }

  private static StorageOptions options(String url, MemoryContext memory) {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new StorageOptions(url, Map.of(), memory, TestStores::compile, clock);
  }

  private static Expression compile(String text, Schema schema) {
    throw new TwinhouseException(
        ErrorCode.UNKNOWN_IDENTIFIER, "Unknown identifier " + text + " in " + schema.names());
  }
}
