// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.engine.spi.StorageProvider;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.ArrowMemory;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.file.MemoryDirectory;
import io.twinhouse.storage.arrow.file.StorageFailure;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens embedded houses: {@code arrow:memory:} and {@code arrow:/path}. */
public final class ArrowStorageProvider implements StorageProvider {

  private static final String SCHEME = "arrow";

  @Override
  public String scheme() {
    return SCHEME;
  }

  @Override
  public Storage open(StorageOptions options) {
    requireOpenBuffers();
    String place = options.url().substring(SCHEME.length() + 1);
    MemoryContext memory =
        options.memory().child(MemoryLevel.OPERATOR, "store", MemoryContext.UNLIMITED);
    ArrowMemory buffers = new ArrowMemory(memory);
    try {
      Directory directory = place.equals("memory:") ? new MemoryDirectory(buffers) : onDisk(place);
      return ArrowStorage.open(directory, options, memory, buffers);
    } catch (IOException | RuntimeException e) {
      buffers.close();
      memory.close();
      if (e instanceof IOException io) {
        throw StorageFailure.reading("the store at " + place, io);
      }
      throw (RuntimeException) e;
    }
  }

  @Override
  public List<String> check(StorageOptions options) {
    requireOpenBuffers();
    String place = options.url().substring(SCHEME.length() + 1);
    if (place.equals("memory:")) {
      throw malformed(place, null);
    }
    try {
      return StoreCheck.run(onDisk(place), new FormatV1(), options.memory());
    } catch (IOException e) {
      throw StorageFailure.reading("the store at " + place, e);
    }
  }

  /** Arrow reads memory by address, which Java allows only when told so on its command line. */
  private static void requireOpenBuffers() {
    Module ours = ArrowStorageProvider.class.getModule();
    if (!ByteBuffer.class.getModule().isOpen(ByteBuffer.class.getPackageName(), ours)) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "Java must be started with --add-opens=java.base/java.nio=ALL-UNNAMED for the embedded"
              + " store; ./twinhouse and java -jar do so");
    }
  }

  private static Directory onDisk(String place) throws IOException {
    try {
      if (!place.isEmpty()) {
        return DiskDirectory.named(place);
      }
    } catch (IllegalArgumentException e) {
      throw malformed(place, e);
    }
    throw malformed(place, null);
  }

  private static TwinhouseException malformed(String place, @Nullable Throwable cause) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "The address arrow:" + place + " is neither arrow:memory: nor arrow:/path",
        cause);
  }
}
