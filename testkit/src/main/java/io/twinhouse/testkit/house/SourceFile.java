// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import java.util.List;

/**
 * A text file of the repository.
 *
 * @param path relative to the root, with slashes
 * @param text the content as it is
 */
public record SourceFile(String path, String text) {

  /** Whether this is Java source. */
  public boolean isJava() {
    return path.endsWith(".java");
  }

  /** Whether this is Java source that ships, rather than a test. */
  public boolean isMainJava() {
    return isJava() && path.contains("src/main/java/");
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String folder() {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  /** The first folder of the path, which is the module for a file in one. */
  String module() {
    return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
  }

  List<String> lines() {
    return text.lines().toList();
  }
}
