// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Chronicle Map wants of the Java that it runs in, asked before the library is touched: it
 * compiles classes at run time and reaches into the JDK, and fails late and obscurely where it may
 * not.
 */
final class ChronicleNeeds {

  private static final String COMPILER = "jdk.compiler";
  private static final String COMPILER_FILES = "com.sun.tools.javac.file";
  private static final Map<String, String> OPEN =
      new TreeMap<>(
          Map.of(
              "java.lang", "java.base",
              "java.lang.reflect", "java.base",
              "sun.nio.ch", "java.base"));

  private ChronicleNeeds() {}

  /** The first thing that is missing, and what helps; null if nothing is. */
  static @Nullable String missing() {
    Module ours = ChronicleNeeds.class.getModule();
    Optional<Module> compiler = ModuleLayer.boot().findModule(COMPILER);
    if (compiler.isEmpty()) {
      return "the module " + COMPILER + ": a JDK, or a runtime image made with it";
    }
    for (Map.Entry<String, String> open : OPEN.entrySet()) {
      boolean isOpen =
          ModuleLayer.boot()
              .findModule(open.getValue())
              .filter(module -> module.isOpen(open.getKey(), ours))
              .isPresent();
      if (!isOpen) {
        return "Java's flag --add-opens=" + open.getValue() + "/" + open.getKey() + "=ALL-UNNAMED";
      }
    }
    return compiler.get().isExported(COMPILER_FILES, ours)
        ? null
        : "Java's flag --add-exports=" + COMPILER + "/" + COMPILER_FILES + "=ALL-UNNAMED";
  }
}
