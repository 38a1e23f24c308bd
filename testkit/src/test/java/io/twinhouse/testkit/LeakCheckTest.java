// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class LeakCheckTest {
  private final LeakCheck leaks = new LeakCheck();

  @Test
  void nothingLeftIsFine(@TempDir Path directory) {
    leaks.begin();
    leaks.watchFiles(directory).watchZero("reserved bytes", () -> 0);
    assertThatCode(() -> leaks.end("test", 1)).doesNotThrowAnyException();
  }

  @Test
  void findsAThreadOfOursAndWaitsForOneThatEnds() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    leaks.begin();
    Thread thread = new Thread(() -> awaitQuietly(end), "twinhouse-merge-1");
    thread.start();
    assertThatThrownBy(() -> leaks.end("test", 1)).hasMessageContaining("twinhouse-merge-1");
    new Thread(end::countDown, "other").start();
    assertThatCode(() -> leaks.end("test", 20)).doesNotThrowAnyException();
  }

  @Test
  void findsAFigureThatIsNotZero() {
    AtomicLong reserved = new AtomicLong(64);
    leaks.begin();
    leaks.watchZero("reserved bytes", reserved::get);
    assertThatThrownBy(() -> leaks.end("test", 1)).hasMessageContaining("reserved bytes = 64");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void findsOpenAndMappedFiles(@TempDir Path directory) throws Exception {
    Path open = Files.writeString(directory.resolve("open.bin"), "x");
    Path mapped = Files.writeString(directory.resolve("mapped.bin"), "x");
    try (InputStream held = Files.newInputStream(open);
        FileChannel channel = FileChannel.open(mapped)) {
      MappedByteBuffer mapping = channel.map(MapMode.READ_ONLY, 0, 1);
      channel.close();
      leaks.begin();
      leaks.watchFiles(directory);
      assertThatThrownBy(() -> leaks.end("test", 1))
          .hasMessageContaining("open.bin")
          .hasMessageContaining("mapped.bin");
      // Unmapped when collected, so the mapping must be in use to the end.
      assertThat(mapping.get(0)).isEqualTo((byte) 'x');
      held.close();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
