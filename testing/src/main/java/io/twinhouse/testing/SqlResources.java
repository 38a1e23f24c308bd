// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** SQL from the class path. */
final class SqlResources {

  private SqlResources() {}

  /** The text of a resource; a leading slash may be left out. */
  static String of(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  /** All of a resource. */
  static byte[] bytes(String resource) {
    try (InputStream in = SqlResources.class.getResourceAsStream(absolute(resource))) {
      if (in == null) {
        throw new IllegalArgumentException("There is no " + resource + " on the class path");
      }
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The texts of a directory's {@code .sql} files, in order of name. */
  static List<String> ofDirectory(String directory) {
    URL url = SqlResources.class.getResource(absolute(directory));
    if (url == null) {
      throw new IllegalArgumentException(
          "There is no directory " + directory + " on the class path");
    }
    try {
      URI uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return read(Path.of(uri));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath(absolute(directory)));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> read(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(directory)) {
      files = entries.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("There is no .sql file in " + directory);
    }
    List<String> scripts = new ArrayList<>();
    for (Path file : files) {
      scripts.add(Files.readString(file));
    }
    return scripts;
  }

  private static String absolute(String resource) {
    return resource.startsWith("/") ? resource : "/" + resource;
  }
}
