// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Expressions with the type and text, or the error number, that a ClickHouse server answered: a
 * line holds the expression, the type and the text, or the expression and {@code !number}.
 */
final class FunctionGoldenTest {

  @ParameterizedTest
  @MethodSource("files")
  void answersAsTheServer(Path file) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String line : lines(file)) {
      String[] fields = line.split("\t", -1);
      String wanted = line.substring(line.indexOf('\t') + 1);
      for (boolean constants : new boolean[] {true, false}) {
        String got = answer(fields[0], constants);
        if (!got.equals(wanted)) {
          wrong.add(fields[0] + (constants ? "" : " over rows") + ": " + got + ", not " + wanted);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String answer(String expression, boolean constants) {
    try {
      PocketExpression.Result result = PocketExpression.evaluate(expression, constants);
      return result.type() + "\t" + result.value();
    } catch (TwinhouseException e) {
      return "!" + e.number();
    } catch (RuntimeException e) {
      return e + " at " + e.getStackTrace()[0];
    }
  }

  private static List<Path> files() throws IOException, URISyntaxException {
    URL folder = FunctionGoldenTest.class.getResource("/functions");
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      // texts.tsv holds other forms: TextFormsGoldenTest reads it.
      return files.filter(file -> !file.endsWith("texts.tsv")).sorted().toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
