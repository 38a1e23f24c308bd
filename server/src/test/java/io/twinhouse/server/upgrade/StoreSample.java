// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A store from an archive.
 *
 * @param store its directory
 * @param answers the real server's answers by query; a char for each byte
 */
record StoreSample(Path store, Map<String, String> answers) {

  private static final String QUERY = "-- ";

  /** Unpacks the sample of a format into an empty directory. */
  static StoreSample unpack(String format, Path place) throws IOException {
    try (InputStream file = StoreSample.class.getResourceAsStream(format + ".zip")) {
      if (file == null) {
        throw new IllegalStateException("there is no sample of " + format);
      }
      unpack(new ZipInputStream(file), place);
    }
    return new StoreSample(place.resolve("store"), answers(place.resolve("answers.txt")));
  }

  private static void unpack(ZipInputStream archive, Path place) throws IOException {
    for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
      Path target = place.resolve(entry.getName());
      if (entry.isDirectory()) {
        Files.createDirectories(target);
      } else {
        Files.copy(archive, target);
      }
    }
  }

  /** A line with the query, then the lines of its answer. */
  private static Map<String, String> answers(Path file) throws IOException {
    Map<String, String> answers = new LinkedHashMap<>();
    String query = "";
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("(?<=\n)")) {
      if (line.startsWith(QUERY)) {
        query = line.substring(QUERY.length()).strip();
        answers.put(query, "");
      } else {
        answers.merge(query, line, String::concat);
      }
    }
    return answers;
  }
}
