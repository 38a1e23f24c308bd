// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A writer that dies with a lock in its hand leaves a map that nobody waits for. */
final class DeadWriterTest {

  private static final int KEYS = 5_000;

  /** In the house's own JVM flags, which open what the library reaches into. */
  private static int writer(Path place) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--add") || flag.startsWith("-XX:+Ignore"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx200m",
            "-cp",
            System.getProperty("java.class.path"),
            LookupWriter.class.getName(),
            place.toString(),
            Integer.toString(KEYS),
            "3"));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  @Test
  @Timeout(value = 50, unit = TimeUnit.SECONDS)
  void theMapIsMadeAnew(@TempDir Path place) throws IOException, InterruptedException {
    assertThat(writer(place)).as("died in its lock").isEqualTo(137);
    assertThat(place.toFile().list()).as("a map without a mark").hasSize(1);
    KeyLookups lookups = KeyLookups.of(LookupKind.CHRONICLE_MAP, new DiskDirectory(place));
    TestKeys keys = TestKeys.of(KEYS, 3);
    try (MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
        KeyLookup lookup = keys.open(lookups, memory)) {
      keys.requireFound(lookup);
      // also in the segment that is locked in the file of the dead one
      keys.add(lookup, keys.hash(0));
      keys.addAll(lookup, KEYS, 4);
      keys.requireFound(lookup);
    }
  }
}
