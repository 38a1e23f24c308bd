// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Ends mappings when their file is closed and not when the collector comes by, so that a deleted
 * part gives its space back at once. The JDK offers this through {@code sun.misc.Unsafe} alone
 * until 22; where even that is missing, the collector does it.
 */
final class Unmapping {

  private static final @Nullable MethodHandle CLEANER = find();

  private Unmapping() {}

  private static @Nullable MethodHandle find() {
    try {
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field instance = unsafe.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      MethodType type = MethodType.methodType(void.class, ByteBuffer.class);
      return MethodHandles.lookup()
          .findVirtual(unsafe, "invokeCleaner", type)
          .bindTo(instance.get(null));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /** Ends the mapping; nobody may read the buffer or its address afterwards. */
  static void unmap(ByteBuffer mapped) {
    MethodHandle cleaner = CLEANER;
    if (cleaner == null) {
      return;
    }
    try {
      cleaner.invokeExact(mapped);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a mapping cannot be ended", e);
    }
  }
}
