// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import io.twinhouse.testkit.house.SourceRule.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How large files, methods, signatures and packages may grow. */
final class SizeRules {
  private static final int FILE_LINES = 800;
  private static final int METHOD_LINES = 70;
  private static final int PARAMETERS = 7;
  private static final int BRANCHES = 15;
  private static final int PACKAGE_TYPES = 30;

  private SizeRules() {}

  static List<SourceRule> all() {
    return List.of(
        SourceRule.of("file-length", SizeRules::longFiles),
        SourceRule.of(
            "method-length",
            tree ->
                methodsOver(
                    tree,
                    METHOD_LINES,
                    JavaMethod::lines,
                    "lines: let a parent decide and leaves work")),
        SourceRule.of(
            "method-parameters",
            tree ->
                methodsOver(
                    tree,
                    PARAMETERS,
                    JavaMethod::parameters,
                    "parameters: give what belongs together a name")),
        SourceRule.of(
            "method-branches",
            tree ->
                methodsOver(
                    tree,
                    BRANCHES,
                    JavaMethod::branches,
                    "decisions: split it, or make it a table")),
        SourceRule.of("package-size", SizeRules::largePackages));
  }

  private static Stream<Finding> longFiles(SourceTree tree) {
    return tree.files().stream()
        .filter(SourceFile::isJava)
        .filter(file -> file.lines().size() > FILE_LINES)
        .map(
            file ->
                new Finding(
                    file.path(),
                    file.lines().size(),
                    "a file has at most " + FILE_LINES + " lines; better are 120"));
  }

  private static Stream<Finding> methodsOver(
      SourceTree tree, int limit, ToIntFunction<JavaMethod> measure, String what) {
    return tree.methods().stream()
        .filter(method -> measure.applyAsInt(method) > limit && !method.isCanonical())
        .map(
            method ->
                new Finding(
                    method.subject(), measure.applyAsInt(method), "at most " + limit + " " + what));
  }

  private static Stream<Finding> largePackages(SourceTree tree) {
    Map<String, Long> sizes =
        tree.types().stream()
            .filter(type -> type.isTopLevel() && type.file().isMainJava())
            .collect(Collectors.groupingBy(JavaType::packageName, Collectors.counting()));
    return sizes.entrySet().stream()
        .filter(entry -> entry.getValue() > PACKAGE_TYPES)
        .map(
            entry ->
                new Finding(
                    entry.getKey(),
                    Math.toIntExact(entry.getValue()),
                    "a package is a room of 5 to 20 types, at most " + PACKAGE_TYPES));
  }
}
