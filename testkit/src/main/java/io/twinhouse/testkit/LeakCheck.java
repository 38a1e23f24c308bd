// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test that leaves something behind: a new thread whose name starts with {@code
 * twinhouse-}, an open or mapped file below a watched directory (seen on Linux only), or a watched
 * figure that is not zero. Register it by {@code @RegisterExtension final LeakCheck leaks = new
 * LeakCheck()}; it looks after all {@code @AfterEach} methods of the test class, and waits a
 * little, since threads may be on their way out. Not thread-safe.
 */
public final class LeakCheck implements BeforeEachCallback, AfterEachCallback {
  private static final String THREADS = "twinhouse-";
  private static final int LOOKS = 50;
  private static final long PAUSE_MILLIS = 100;

  private final Set<Thread> before = new HashSet<>();
  private final List<Path> directories = new ArrayList<>();
  private final Map<String, LongSupplier> figures = new LinkedHashMap<>();

  /** Watches threads until told to watch more. */
  public LeakCheck() {}

  /** From now until this test's end: no file below the directory may stay open. */
  public LeakCheck watchFiles(Path directory) {
    directories.add(directory);
    return this;
  }

  /**
   * From now until this test's end: this figure must be back at zero, for example the reserved
   * bytes of a memory context.
   */
  public LeakCheck watchZero(String name, LongSupplier figure) {
    figures.put(name, figure);
    return this;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    begin();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException, InterruptedException {
    end(context.getDisplayName(), LOOKS);
  }

  void begin() {
    before.clear();
    before.addAll(ourThreads());
  }

  void end(String test, int looks) throws IOException, InterruptedException {
    List<String> leaks = leaks();
    for (int look = 1; !leaks.isEmpty() && look < looks; look++) {
      Thread.sleep(PAUSE_MILLIS);
      leaks = leaks();
    }
    directories.clear();
    figures.clear();
    if (!leaks.isEmpty()) {
      throw new AssertionError(test + " left behind:\n  " + String.join("\n  ", leaks));
    }
  }

  private List<String> leaks() throws IOException {
    List<String> leaks = new ArrayList<>();
    for (Thread thread : ourThreads()) {
      if (!before.contains(thread)) {
        leaks.add("thread " + thread.getName() + " (" + thread.getState() + ")");
      }
    }
    for (Map.Entry<String, LongSupplier> figure : figures.entrySet()) {
      long value = figure.getValue().getAsLong();
      if (value != 0) {
        leaks.add(figure.getKey() + " = " + value);
      }
    }
    for (Path directory : directories) {
      leaks.addAll(openBelow(directory.toRealPath()));
    }
    return leaks;
  }

  private static Set<Thread> ourThreads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.isAlive() || !thread.getName().startsWith(THREADS));
    return threads;
  }

  private static List<String> openBelow(Path directory) throws IOException {
    List<String> open = new ArrayList<>();
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return open;
    }
    try (Stream<Path> links = Files.list(descriptors)) {
      links.map(LeakCheck::target).filter(t -> t.startsWith(directory + "/")).forEach(open::add);
    }
    try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
      maps.filter(line -> line.contains(" " + directory + "/"))
          .map(line -> "mapped " + line.substring(line.indexOf('/')))
          .distinct()
          .forEach(open::add);
    }
    return open;
  }

  /** The link of the listing itself is closed again by the time it is read. */
  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
