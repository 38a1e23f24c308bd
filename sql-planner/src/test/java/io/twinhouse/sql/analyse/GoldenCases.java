// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Cases in a file: blocks parted by empty lines, a query on the first line of each. */
record GoldenCases(String query, String expected) {

  static List<GoldenCases> of(String file) {
    try (InputStream in = GoldenCases.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.strip().split("\n\n")).map(GoldenCases::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldenCases parse(String block) {
    int end = block.indexOf('\n');
    return new GoldenCases(block.substring(0, end), block.substring(end + 1));
  }
}
