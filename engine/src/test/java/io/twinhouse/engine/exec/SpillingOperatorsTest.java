// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.spill.SpillDirectory;
import io.twinhouse.engine.spill.SpillSpace;
import io.twinhouse.engine.spill.SpillThresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Every operator again, now with thresholds so low that all state goes to disk. */
class SpillingOperatorsTest extends OperatorsTest {

  private static final long[] THRESHOLDS = {1, 3000, 40_000, 300_000};

  @TempDir static Path parent;
  private static SpillDirectory directory;

  /** The threshold of a test follows from its seed. */
  @Override
  PlanRunner newRunner() {
    directory = SpillDirectory.below(parent);
    int choice = (int) Long.remainderUnsigned(seed, THRESHOLDS.length);
    var threshold = new SpillThresholds.Threshold(THRESHOLDS[choice], 0);
    var thresholds = new SpillThresholds(threshold, threshold, threshold);
    return new PlanRunner(() -> new SpillSpace(directory, 0, thresholds, List.of()));
  }

  @AfterEach
  void nothingIsLeftOnDisk() throws IOException {
    try (var files = Files.walk(parent)) {
      assertThat(files.filter(Files::isRegularFile).filter(f -> !f.endsWith("lock"))).isEmpty();
    }
    directory.close();
    try (var files = Files.list(parent)) {
      assertThat(files).isEmpty();
    }
  }
}
