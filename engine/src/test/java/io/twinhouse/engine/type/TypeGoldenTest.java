// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.common.LeastSupertype;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Type text and supertypes against what the real server answered. */
final class TypeGoldenTest {

  @Test
  void parsesAndPrintsAsTheServerDoes() throws IOException {
    List<String> different = new ArrayList<>();
    for (String[] row : rows("/types/parse.tsv")) {
      String ours = answer(() -> TypeParser.parse(row[0]).name());
      if (!ours.equals(row[1])) {
        different.add(row[0] + ": server " + row[1] + ", ours " + ours);
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  void printedTextParsesToTheSameType() throws IOException {
    for (String[] row : rows("/types/parse.tsv")) {
      if (!row[1].matches("E\\d+")) {
        Type type = TypeParser.parse(row[0]);
        assertThat(TypeParser.parse(type.name())).isEqualTo(type);
      }
    }
  }

  /**
   * Where the server answers a Variant, or mixes numbers with IPv4 and intervals, or has a
   * Nullable(Tuple), we refuse with 386 instead; a different type is never right.
   */
  @Test
  void findsTheLeastSupertypeTheServerFinds() throws IOException {
    List<String> different = new ArrayList<>();
    for (String[] row : rows("/types/supertype.tsv")) {
      String ours =
          answer(
              () ->
                  new ArrayType(
                          LeastSupertype.of(
                              List.of(TypeParser.parse(row[0]), TypeParser.parse(row[1]))))
                      .name());
      boolean mayRefuse =
          row[2].matches("E\\d+|.*(Variant|Interval|Nullable\\(Tuple).*")
              || (row[0] + row[1]).contains("IPv4");
      if (!ours.equals(row[2]) && !(ours.equals("E386") && mayRefuse)) {
        different.add(row[0] + " with " + row[1] + ": server " + row[2] + ", ours " + ours);
      }
    }
    assertThat(different).isEmpty();
  }

  private interface Text {
    String get();
  }

  private static String answer(Text text) {
    try {
      return text.get();
    } catch (TwinhouseException e) {
      return "E" + e.number();
    }
  }

  private static List<String[]> rows(String resource) throws IOException {
    try (InputStream in = TypeGoldenTest.class.getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split("\t", -1)).toList();
    }
  }
}
