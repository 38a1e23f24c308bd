// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ddl;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of definitions: each file of the folder {@code ddl}. */
public final class DefinitionScripts {

  private static final String ENDING = ".sql";

  private DefinitionScripts() {}

  /** The names of all scripts, in the same order each time. */
  public static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    }
  }

  /** The statements of a script; none of them is blank. */
  public static List<String> statements(String script) throws IOException {
    // no file of ours has tabs: the sign for one stands where data need it
    String text = Files.readString(folder().resolve(script + ENDING)).replace('\u2409', '\t');
    return Arrays.stream(text.split(";\n")).filter(statement -> !statement.isBlank()).toList();
  }

  private static Path folder() throws IOException {
    try {
      URI first = DefinitionScripts.class.getResource("/ddl/definitions.sql").toURI();
      return Path.of(first).getParent();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
