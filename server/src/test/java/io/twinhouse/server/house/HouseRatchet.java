// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.house;

import io.twinhouse.testkit.house.Ratchet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The exceptions to the house rules that this repository still makes. */
final class HouseRatchet {
  private static final String RESOURCE = "/house-ratchet.txt";

  private HouseRatchet() {}

  static Ratchet read() {
    return Ratchet.parse(lines());
  }

  static List<String> ruleNames() {
    return lines().stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.replaceAll("\\s.*", ""))
        .toList();
  }

  private static List<String> lines() {
    try (InputStream in =
            Objects.requireNonNull(HouseRatchet.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
