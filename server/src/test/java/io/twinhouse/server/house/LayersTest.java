// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.house.PackageRules;
import io.twinhouse.testkit.house.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom: modules point one way, each library has one door, packages make no circles.
 */
final class LayersTest {
  static final List<String> RULES = List.of("module-order", "library-door", "package-cycle");

  private static final String ENGINE = "io.twinhouse.engine";
  private static final String SQL = "io.twinhouse.sql";
  private static final String ARROW = "io.twinhouse.storage.arrow";
  private static final String CLICKHOUSE = "io.twinhouse.storage.clickhouse";
  private static final String SERVER = "io.twinhouse.server";
  private static final String TESTKIT = "io.twinhouse.testkit";
  private static final List<String> MODULES =
      List.of(ENGINE, SQL, ARROW, CLICKHOUSE, SERVER, TESTKIT);

  /** What a module may use of the others at compile time; everything else is found by service. */
  private static final Map<String, List<String>> MAY_USE =
      Map.of(
          ENGINE, List.of(),
          SQL, List.of(ENGINE),
          ARROW, List.of(ENGINE),
          CLICKHOUSE, List.of(ENGINE),
          SERVER, List.of(ENGINE),
          TESTKIT, List.of(ENGINE));

  /** Which packages may use a library, as one replaceable thing has one door. */
  private static final Map<String, List<String>> DOORS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "org.apache.arrow..",
                  List.of(
                      ARROW + "..", ENGINE + ".arrow", ENGINE + ".exchange", SERVER + ".arrow")),
              Map.entry("com.google.flatbuffers..", List.of(SERVER + ".arrow")),
              Map.entry("com.clickhouse..", List.of(CLICKHOUSE + ".client")),
              Map.entry("org.apache.calcite..", List.of(SQL + "..")),
              Map.entry("com.google.common..", List.of(SQL + "..")),
              Map.entry("net.openhft.chronicle..", List.of(ARROW + ".lookup")),
              Map.entry("net.openhft.hashing..", List.of(ENGINE + "..")),
              Map.entry("org.roaringbitmap..", List.of(ENGINE + "..", ARROW + "..")),
              Map.entry("com.google.re2j..", List.of(ENGINE + "..", SERVER + ".avro")),
              Map.entry("net.jpountz..", List.of(ARROW + ".format..", SERVER + "..")),
              Map.entry("com.github.luben..", List.of(CLICKHOUSE + "..", SERVER + "..")),
              Map.entry("org.apache.parquet..", List.of(SERVER + ".parquet..")),
              Map.entry("picocli..", List.of(SERVER + "..")),
              Map.entry("com.sun.net.httpserver..", List.of(SERVER + "..", TESTKIT + "..")),
              Map.entry("com.fasterxml..", List.of())));

  private static PackageRules packages;

  @BeforeAll
  static void importClasses() {
    packages = PackageRules.over("io.twinhouse");
  }

  @Test
  void theClassesOfTheModulesAreThere() {
    assertThat(packages.size()).isGreaterThan(100);
  }

  @Test
  void modulesPointOneWay() {
    List<Violation> found = new ArrayList<>();
    for (String module : MODULES) {
      String[] strangers =
          MODULES.stream()
              .filter(other -> !other.equals(module) && !mayUse(module).contains(other))
              .map(other -> other + "..")
              .toArray(String[]::new);
      found.addAll(packages.mustNotUse("module-order", module + "..", strangers));
    }
    keeps("module-order", found);
  }

  @Test
  void eachLibraryHasItsDoor() {
    List<Violation> found = new ArrayList<>();
    DOORS.forEach(
        (library, doors) ->
            found.addAll(
                packages.confine(
                    "library-door", library, "io.twinhouse..", doors.toArray(String[]::new))));
    found.addAll(
        packages.confine("library-door", "java.nio.file..", ARROW + "..", ARROW + ".file"));
    keeps("library-door", found);
  }

  @Test
  void packagesOfAModuleUseEachOtherInOneDirection() {
    List<Violation> found = new ArrayList<>();
    MODULES.forEach(module -> found.addAll(packages.cycles("package-cycle", module)));
    keeps("package-cycle", found);
  }

  private static List<String> mayUse(String module) {
    return MAY_USE.getOrDefault(module, List.of());
  }

  private static void keeps(String rule, List<Violation> found) {
    assertThat(HouseRatchet.read().judge(List.of(rule), found)).isEmpty();
  }
}
