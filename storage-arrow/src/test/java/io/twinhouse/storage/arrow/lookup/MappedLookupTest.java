// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to a look-up's files, it knows its keys and nothing else. */
@ExtendWith(Seed.class)
final class MappedLookupTest {

  private static final int KEYS = 6_000;

  @RegisterExtension final LeakCheck leaks = new LeakCheck();
  @TempDir Path place;
  private MemoryContext memory;
  private KeyLookups lookups;

  @BeforeEach
  void open() throws IOException {
    leaks.watchFiles(place);
    memory = MemoryContext.root("test", MemoryContext.UNLIMITED);
    lookups = KeyLookups.of(LookupKind.CHRONICLE_MAP, new DiskDirectory(place));
  }

  @AfterEach
  void closeMemory() {
    assertThat(memory.reservedBytes()).isZero();
    memory.close();
  }

  private Path file(String end) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private Object identity() throws IOException {
    return Files.readAttributes(file(".map"), "unix:ino").toString();
  }

  /** Opens, looks everything up and closes. */
  private void requireFound(TestKeys keys) {
    try (KeyLookup lookup = keys.open(lookups, memory)) {
      keys.requireFound(lookup);
      assertThat(lookup.hasDistinctHashes()).isTrue();
    }
  }

  @Test
  void aClosedMapIsKept() throws IOException {
    TestKeys keys = TestKeys.of(KEYS, 1);
    requireFound(keys);
    Object made = identity();
    requireFound(keys);
    assertThat(identity()).isEqualTo(made);
    try (KeyLookup lookup = keys.open(lookups, memory)) {
      keys.addAll(lookup, 100, 5);
      assertThat(identity()).isEqualTo(made);
      keys.requireFound(lookup);
    }
    requireFound(keys);
    assertThat(identity()).isEqualTo(made);
  }

  @Test
  void nothingIsOpenedBeforeItIsAsked() {
    TestKeys keys = TestKeys.of(0, 1);
    try (KeyLookup lookup = keys.open(lookups, memory)) {
      assertThat(lookup.hasDistinctHashes()).isTrue();
      assertThat(place).isEmptyDirectory();
      keys.addAll(lookup, 1, 1);
      assertThat(place).isNotEmptyDirectory();
    }
  }

  @Test
  void aMapGrowsPastWhatItWasMadeFor() throws IOException {
    TestKeys keys = TestKeys.of(10, 1);
    try (KeyLookup lookup = keys.open(lookups, memory)) {
      lookup.find(1, id -> true);
      long small = Files.size(file(".map"));
      keys.addAll(lookup, 8 * KEYS, 1);
      assertThat(Files.size(file(".map"))).isGreaterThan(2 * small);
      keys.requireFound(lookup);
    }
    Object made = identity();
    requireFound(keys);
    assertThat(identity()).isEqualTo(made);
  }

  @Test
  void otherKeysGetAMapOfTheirOwn() {
    requireFound(TestKeys.of(KEYS, 1));
    requireFound(TestKeys.of(KEYS, 2));
    requireFound(TestKeys.of(KEYS + 1, 2));
    requireFound(TestKeys.of(KEYS / 2, 2));
  }

  @Test
  void deletedFilesAreMadeAnew() throws IOException {
    TestKeys keys = TestKeys.of(KEYS, 1);
    for (String end : new String[] {".map", ".mark"}) {
      requireFound(keys);
      Files.delete(file(end));
      requireFound(keys);
    }
  }

  @Test
  void brokenMapsAreMadeAnew(RandomSource random) throws IOException {
    TestKeys keys = TestKeys.of(KEYS, 1);
    requireFound(keys);
    for (int round = 0; round < 8; round++) {
      try (RandomAccessFile map = new RandomAccessFile(file(".map").toFile(), "rw")) {
        long at = round == 0 ? 0 : random.between(0, (int) map.length() - 1);
        map.seek(at);
        int old = map.read();
        map.seek(at);
        map.write(old ^ 0x10);
      }
      requireFound(keys);
    }
    try (RandomAccessFile map = new RandomAccessFile(file(".map").toFile(), "rw")) {
      map.setLength(map.length() / 2);
    }
    requireFound(keys);
    Files.write(file(".map"), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    requireFound(keys);
    Files.writeString(file(".mark"), "a mark\n");
    requireFound(keys);
  }

  @Test
  void keysOfOneHashAreToldApart() {
    TestKeys keys = TestKeys.of(3, 1);
    for (int round = 0; round < 2; round++) {
      try (KeyLookup lookup = keys.open(lookups, memory)) {
        for (int twin = 0; twin < 4; twin++) {
          keys.add(lookup, keys.hash(1));
        }
        keys.requireFound(lookup);
        assertThat(lookup.hasDistinctHashes()).isFalse();
      }
      assertThat(place.toFile().list()).as("no mark").hasSize(1);
    }
  }

  @Test
  void withoutRoomForAFileKeysAreFoundOnTheHeap() throws IOException {
    TestKeys keys = TestKeys.of(KEYS, 1);
    requireFound(keys);
    Path map = file(".map");
    Files.delete(map);
    // nobody, not even root, makes a file where a directory is
    Files.createDirectories(map.resolve("full"));
    try (KeyLookup lookup = keys.open(lookups, memory)) {
      keys.requireFound(lookup);
      keys.addAll(lookup, 100, 1);
      keys.requireFound(lookup);
      assertThat(memory.reservedBytes()).isPositive();
    }
  }

  @Test
  void readersGoOnWhileTheMapGrows() throws InterruptedException {
    TestKeys keys = TestKeys.of(1_000, 1);
    try (KeyLookup lookup = keys.open(lookups, memory)) {
      AtomicReference<Throwable> failure = new AtomicReference<>();
      Thread reader =
          new Thread(
              () -> {
                for (int i = 0; !Thread.currentThread().isInterrupted(); i = (i + 1) % 1_000) {
                  int wanted = i;
                  if (lookup.find(keys.hash(i), id -> id == wanted) != wanted) {
                    throw new AssertionError("not found: " + wanted);
                  }
                }
              });
      reader.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
      reader.start();
      keys.addAll(lookup, 5 * KEYS, 1);
      reader.interrupt();
      reader.join();
      assertThat(failure.get()).isNull();
      keys.requireFound(lookup);
    }
  }

  @Test
  void aReaderMayOutliveTheTable() {
    TestKeys keys = TestKeys.of(100, 1);
    KeyLookup lookup = keys.open(lookups, memory);
    lookup.close();
    keys.requireFound(lookup);
  }
}
