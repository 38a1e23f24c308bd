// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import io.twinhouse.testkit.house.SourceRule.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What must be written down: the room's purpose, the exported type, the contract. */
final class DocumentationRules {
  private static final Set<String> INHERITS_ITS_TEXT = Set.of("Override");

  private DocumentationRules() {}

  static List<SourceRule> all() {
    return List.of(
        SourceRule.of("package-info", DocumentationRules::unexplainedPackages),
        SourceRule.of("type-doc", DocumentationRules::undocumentedTypes),
        SourceRule.of("contract-doc", DocumentationRules::undocumentedContracts));
  }

  private static Stream<Finding> unexplainedPackages(SourceTree tree) {
    Map<String, List<SourceFile>> packages =
        tree.files().stream()
            .filter(SourceFile::isMainJava)
            .filter(file -> !file.name().equals("module-info.java"))
            .collect(Collectors.groupingBy(SourceFile::folder, TreeMap::new, Collectors.toList()));
    return packages.entrySet().stream()
        .filter(entry -> entry.getValue().stream().noneMatch(DocumentationRules::explains))
        .map(
            entry ->
                new Finding(
                    entry.getKey(),
                    1,
                    "needs a package-info.java with a paragraph on the room and @NullMarked"));
  }

  private static boolean explains(SourceFile file) {
    return file.name().equals("package-info.java")
        && file.text().contains("/**")
        && file.text().contains("@NullMarked");
  }

  private static Stream<Finding> undocumentedTypes(SourceTree tree) {
    return tree.types().stream()
        .filter(type -> type.isTopLevel() && type.is(Modifier.PUBLIC))
        .filter(type -> type.file().isMainJava() && !type.documented())
        .map(
            type ->
                new Finding(
                    type.qualifiedName(), 1, "an exported type says what it is in Javadoc"));
  }

  /**
   * Methods of public interfaces that take or change something: there is no code to read instead.
   * The one method of a functional interface is what the interface's own text is about.
   */
  private static Stream<Finding> undocumentedContracts(SourceTree tree) {
    Set<String> contracts =
        tree.types().stream()
            .filter(type -> type.isTopLevel() && type.is(Modifier.PUBLIC))
            .filter(type -> type.file().isMainJava())
            .map(JavaType::qualifiedName)
            .collect(Collectors.toSet());
    return tree.methods().stream()
        .filter(method -> method.isContract() && contracts.contains(method.owner()))
        .collect(Collectors.groupingBy(JavaMethod::owner, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(methods -> methods.stream().filter(JavaMethod::isAbstract).count() != 1)
        .flatMap(List::stream)
        .filter(method -> !method.documented() && !method.isAccessor())
        .filter(method -> method.annotations().stream().noneMatch(INHERITS_ITS_TEXT::contains))
        .map(
            method ->
                new Finding(
                    method.subject(),
                    1,
                    "say on the interface who calls it, when, and what the answer means"));
  }
}
