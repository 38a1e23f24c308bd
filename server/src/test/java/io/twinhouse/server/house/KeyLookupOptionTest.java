// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.LeakCheck;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A store may keep its look-ups in mapped files; its answers are the same. */
final class KeyLookupOptionTest {

  private static final String ROWS =
      "INSERT INTO t SELECT number %% 5000 AS k, concat('user ', toString(k %% 1000 + %d)),"
          + " concat('page ', toString(k %% 7)), %d FROM numbers(20000)";
  private static final String QUESTION =
      "SELECT page, count(), uniqExact(user), countIf(user = 'user 17'), sum(cityHash64(user))"
          + " FROM t FINAL GROUP BY page ORDER BY page";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static Twinhouse open(Path place, String lookups) {
    return Twinhouse.at("arrow:" + place).option("key_lookups", lookups).open();
  }

  private static Object answer(Twinhouse engine) {
    try (QueryResult result = engine.query(QUESTION)) {
      return result.rows();
    }
  }

  /** Inserts in turns of the store being open, with one kind of look-ups after the other. */
  private static Object filled(Path place, String... lookups) {
    Object answer = "";
    for (int round = 0; round < lookups.length; round++) {
      try (Twinhouse engine = open(place, lookups[round])) {
        engine.execute(
            "CREATE TABLE IF NOT EXISTS t (k UInt64, user String, page String, v UInt8)"
                + " ENGINE = ReplacingMergeTree(v) ORDER BY (k, page)");
        engine.execute(ROWS.formatted(2 * round, 2 * round));
        engine.execute(ROWS.formatted(2 * round + 1, 2 * round + 1));
        answer = answer(engine);
      }
    }
    return answer;
  }

  @Test
  void answersAreTheSame(@TempDir Path place) throws IOException {
    leaks.watchFiles(place);
    String heap = "open_addressing";
    String mapped = "chronicle_map";
    Object expected = filled(place.resolve("heap"), heap, heap, heap, heap);
    Path kept = place.resolve("mapped");
    assertThat(filled(kept, mapped, mapped, heap, mapped)).isEqualTo(expected);
    try (Stream<Path> files = Files.walk(kept)) {
      assertThat(files.filter(file -> file.toString().endsWith(".mark")).count()).isPositive();
    }
    try (Twinhouse engine = open(kept, heap)) {
      assertThat(answer(engine)).isEqualTo(expected);
    }
  }

  @Test
  void anotherNameIsRefused(@TempDir Path place) {
    assertThatThrownBy(() -> open(place, "hash"))
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("open_addressing or chronicle_map, not 'hash'");
    // and the store is free again
    open(place, "open_addressing").close();
  }

  /** What a runtime image without the compiler says, and does where it is not needed. */
  @Test
  void withoutACompilerTheStoreSaysSo(@TempDir Path place)
      throws IOException, InterruptedException {
    Object expected = filled(place, "chronicle_map");
    Path said = place.resolveSibling("said-" + place.getFileName());
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                String.join(",", modulesWithoutCompiler()),
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KeyLookupOptionTest.class.getName(),
                place.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(child.waitFor()).as(Files.readString(said)).isZero();
    assertThat(Files.readString(said))
        .contains("needs the module jdk.compiler")
        .contains(expected.toString());
    Files.delete(said);
  }

  /**
   * Opens a store in both ways.
   *
   * @param arguments the store
   */
  public static void main(String[] arguments) throws IOException {
    Path place = Path.of(arguments[0]);
    StringBuilder said = new StringBuilder();
    try {
      open(place, "chronicle_map").close();
    } catch (TwinhouseException e) {
      said.append(e.getMessage()).append('\n');
    }
    try (Twinhouse engine = open(place, "open_addressing")) {
      said.append(answer(engine)).append('\n');
    }
    System.out.write(said.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Set<String> modulesWithoutCompiler() {
    Set<ModuleReference> all = ModuleFinder.ofSystem().findAll();
    Set<String> without = new HashSet<>(Set.of("jdk.compiler"));
    while (all.stream().map(ModuleReference::descriptor).anyMatch(m -> joins(m, without))) {
      // until nobody else needs one of them
    }
    return Set.copyOf(
        all.stream()
            .map(module -> module.descriptor().name())
            .filter(name -> !without.contains(name))
            .toList());
  }

  private static boolean joins(ModuleDescriptor module, Set<String> without) {
    List<String> needs = module.requires().stream().map(ModuleDescriptor.Requires::name).toList();
    return needs.stream().anyMatch(without::contains) && without.add(module.name());
  }
}
