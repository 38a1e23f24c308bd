// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A sound store has no problems; one with any byte changed has. */
@ExtendWith(Seed.class)
final class StoreCheckTest {

  @RepeatedTest(20)
  void aChangedByteIsFound(RandomSource random, @TempDir Path place) throws IOException {
    fill(place);
    assertThat(check(place)).isEmpty();
    List<Path> files;
    try (Stream<Path> found = Files.walk(place)) {
      files = found.filter(Files::isRegularFile).filter(this::isData).sorted().toList();
    }
    Path file = random.pick(files);
    byte[] bytes = Files.readAllBytes(file);
    int at = random.between(0, bytes.length - 1);
    bytes[at] ^= (byte) (1 << random.between(0, 7));
    Files.write(file, bytes);
    assertThat(problems(place)).as("byte " + at + " of " + file.getFileName()).isNotEmpty();
  }

  private boolean isData(Path file) {
    return !file.getFileName().toString().equals("lock");
  }

  private static void fill(Path place) {
    try (TestHouse house = TestHouse.open("arrow:" + place)) {
      TableDefinition table =
          house.create(
              "t",
              "ReplacingMergeTree",
              List.of("v"),
              List.of("k"),
              null,
              "k String",
              "v UInt32",
              "d JSON");
      for (long v = 0; v < 3; v++) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          rows.add(List.of("k" + i % 30, v, "{\"a\":" + i + ",\"b\":\"text" + i + "\"}"));
        }
        house.insert(table, rows);
      }
    }
  }

  private static List<String> check(Path place) throws IOException {
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      return StoreCheck.run(new DiskDirectory(place), new FormatV1(), memory);
    }
  }

  /** A damaged catalog cannot be read at all. */
  private static List<String> problems(Path place) {
    try {
      return check(place);
    } catch (IOException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
