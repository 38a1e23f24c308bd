// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.house.SourceFile;
import io.twinhouse.testkit.house.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each numbered feature of the two dashboards names the tests that hold it, in {@code
 * features.tsv}: number, words, tests as {@code Class#method}. A row without a test says why.
 */
final class FeatureRowsTest {

  /** How the words of a feature begin that no test can hold, before the reason. */
  private static final String NOT_OURS = "not ours: ";

  private record Row(String id, String words, List<String> tests) {}

  @Test
  void everyFeatureHasARow() throws IOException {
    Set<String> wanted =
        Stream.of(
                IntStream.rangeClosed(1, 7),
                IntStream.rangeClosed(10, 34),
                IntStream.rangeClosed(40, 64),
                IntStream.rangeClosed(70, 88),
                IntStream.rangeClosed(90, 100),
                IntStream.rangeClosed(110, 115))
            .flatMap(IntStream::boxed)
            .map(number -> number < 10 ? "F0" + number : "F" + number)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> covered = rows().stream().map(Row::id).collect(Collectors.toSet());
    wanted.removeAll(covered);
    assertThat(wanted).isEmpty();
  }

  @Test
  void everyNamedTestExists() throws IOException {
    Map<String, String> sources =
        SourceTree.ofRepository().files().stream()
            .filter(SourceFile::isJava)
            .collect(
                Collectors.toMap(
                    file -> file.path().replaceAll(".*/|\\.java$", ""),
                    SourceFile::text,
                    (one, other) -> one + other));
    List<String> missing = new ArrayList<>();
    for (Row row : rows()) {
      assertThat(row.tests().isEmpty()).as(row.id()).isEqualTo(row.words().startsWith(NOT_OURS));
      for (String test : row.tests()) {
        String[] parts = test.split("#", -1);
        String source = sources.getOrDefault(parts[0], "");
        if (!source.contains("void " + parts[1] + "(")) {
          missing.add(row.id() + " names " + test);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noFeatureStandsTwice() throws IOException {
    assertThat(
            rows().stream()
                .map(Row::id)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
        .allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
  }

  private static List<String> tests(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(" ", -1));
  }

  private static List<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FeatureRowsTest.class.getResourceAsStream("features.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .map(parts -> new Row(parts[0], parts[1], tests(parts[2])))
          .toList();
    }
  }
}
