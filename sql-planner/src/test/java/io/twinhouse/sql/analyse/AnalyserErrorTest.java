// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors of the real server: the code of each, and its message where the golden file has one. */
final class AnalyserErrorTest {

  @Test
  void saysWhatTheServerSays() {
    List<String> different = new ArrayList<>();
    for (GoldenCases golden : GoldenCases.of("errors.txt")) {
      String[] expected = golden.expected().split(" ", 2);
      String found = failure(golden.query());
      boolean same =
          expected.length == 1
              ? found.startsWith(expected[0] + " ")
              : found.equals(golden.expected());
      if (!same) {
        different.add(golden.query() + "\n  server " + golden.expected() + "\n  ours   " + found);
      }
    }
    assertThat(different).isEmpty();
  }

  private static String failure(String sql) {
    try {
      Planned.of(sql);
      return "no error";
    } catch (TwinhouseException e) {
      String message = String.valueOf(e.getMessage());
      return e.number() + " " + message + (message.endsWith(".") ? "" : ".");
    }
  }
}
