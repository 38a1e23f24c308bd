// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An answer kept in a file. */
final class Snapshot {

  private static final String UPDATE_PROPERTY = "twinhouse.snapshots";

  private final String resource;

  Snapshot(String name) {
    resource = "/snapshots/" + name + ".tsv";
  }

  void check(String sql, String actual) {
    if (System.getProperty(UPDATE_PROPERTY, "").equals("update")) {
      write(actual);
      return;
    }
    String expected = read();
    if (!expected.equals(actual)) {
      throw new AssertionError(
          "Expected the query\n"
              + sql
              + "\nto return what "
              + resource
              + " holds\n"
              + expected
              + "but it was\n"
              + actual
              + "If that is right, run with -D"
              + UPDATE_PROPERTY
              + "=update");
    }
  }

  private String read() {
    try (InputStream in = Snapshot.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new AssertionError(
            "There is no " + resource + "; run with -D" + UPDATE_PROPERTY + "=update to write it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(String actual) {
    Path file = Path.of("src/test/resources" + resource);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
