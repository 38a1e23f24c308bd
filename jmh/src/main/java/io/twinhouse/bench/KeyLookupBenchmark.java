// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.bench;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.lookup.KeyLookup;
import io.twinhouse.storage.arrow.lookup.KeyLookups;
import io.twinhouse.storage.arrow.lookup.LookupKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Look-ups on the heap against look-ups in mapped files: the time of a look-up, of making one, and
 * of opening one that was closed over the same keys. The secondary result is what it takes on the
 * heap. The library's classes are loaded before anything is measured.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@BenchmarkMode(Mode.AverageTime)
@Fork(0)
public class KeyLookupBenchmark {

  /** Which of the two. */
  @Param({"open_addressing", "chronicle_map"})
  public String kind = "";

  /** How many keys. */
  @Param({"10000", "1000000"})
  public int count;

  private final SplittableRandom random = new SplittableRandom(1);
  private final MemoryContext memory = MemoryContext.root("bench", MemoryContext.UNLIMITED);
  private RandomKeys keys = new RandomKeys(0);
  private DiskDirectory place = directory();
  private KeyLookups lookups = KeyLookups.onHeap();
  private KeyLookup filled = open();

  /** Keys that are random numbers, by a rule. */
  private record RandomKeys(int size) implements KeyLookup.Keys {
    @Override
    public long hash(int id) {
      long mixed = (id + 1) * 0x9E3779B97F4A7C15L;
      mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
      return mixed ^ mixed >>> 27;
    }
  }

  private static DiskDirectory directory() {
    try {
      return new DiskDirectory(Files.createTempDirectory("lookups"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyLookup open() {
    return lookups.open("keys", keys, new Reservation(memory));
  }

  /** Makes a look-up of all keys. */
  @Setup(Level.Trial)
  public void fill() {
    filled.close();
    keys = new RandomKeys(count);
    lookups = KeyLookups.of(LookupKind.of(kind), place);
    filled = open();
    findOne(filled, 0);
    PeakRecorder.record(memory.reservedBytes());
  }

  /** Deletes what was made. */
  @TearDown(Level.Trial)
  public void close() throws IOException {
    filled.close();
    Path path = Path.of(place.path().orElseThrow());
    for (String file : place.files()) {
      Files.delete(path.resolve(file));
    }
    Files.delete(path);
    place = directory();
  }

  private int findOne(KeyLookup lookup, int id) {
    return lookup.find(keys.hash(id), found -> found == id);
  }

  /** A key that is there, any of them. */
  @Benchmark
  public int find() {
    PeakRecorder.record(memory.reservedBytes());
    return findOne(filled, random.nextInt(count));
  }

  /** From a closed store to the first answer. */
  @Benchmark
  public int reopen() {
    filled.close();
    filled = open();
    return findOne(filled, random.nextInt(count));
  }

  /** From the keys to a look-up, nothing being kept of an earlier one. */
  @Benchmark
  public int make() throws IOException {
    filled.close();
    for (String file : place.files()) {
      place.delete(file);
    }
    filled = open();
    return findOne(filled, random.nextInt(count));
  }
}
