// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import com.sun.source.tree.Tree;
import io.twinhouse.testkit.house.SourceRule.Finding;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What types are called, and what their names promise. */
final class NameRules {
  private static final Pattern SAYS_NOTHING =
      Pattern.compile(".*(?:Utils?|Managers?|Helpers?|Impl|Misc)(?:[A-Z].*)?");
  private static final Set<String> TEST_ANNOTATIONS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");
  private static final Set<Modifier> OPEN_ON_PURPOSE =
      Set.of(Modifier.FINAL, Modifier.ABSTRACT, Modifier.SEALED, Modifier.NON_SEALED);

  private NameRules() {}

  static List<SourceRule> all() {
    return List.of(
        SourceRule.of("type-name", NameRules::emptyNames),
        SourceRule.of("test-name", NameRules::testsThatAreNotRun),
        SourceRule.of("final-class", NameRules::openClasses));
  }

  private static Stream<Finding> emptyNames(SourceTree tree) {
    return tree.types().stream()
        .filter(type -> SAYS_NOTHING.matcher(type.name()).matches())
        .map(
            type -> new Finding(type.qualifiedName(), 1, "name it after what it is in the domain"));
  }

  private static Stream<Finding> testsThatAreNotRun(SourceTree tree) {
    Set<String> owners =
        tree.methods().stream()
            .filter(method -> method.annotations().stream().anyMatch(TEST_ANNOTATIONS::contains))
            .map(JavaMethod::owner)
            .collect(Collectors.toSet());
    return tree.types().stream()
        .filter(type -> type.isTopLevel() && owners.contains(type.qualifiedName()))
        .filter(type -> !type.name().endsWith("Test") && !type.is(Modifier.ABSTRACT))
        .filter(type -> type.kind() == Tree.Kind.CLASS)
        .map(
            type ->
                new Finding(
                    type.qualifiedName(), 1, "only classes named *Test are run: rename it"));
  }

  private static Stream<Finding> openClasses(SourceTree tree) {
    return tree.types().stream()
        .filter(type -> type.kind() == Tree.Kind.CLASS && type.isTopLevel())
        .filter(type -> type.file().isMainJava())
        .filter(type -> type.modifiers().stream().noneMatch(OPEN_ON_PURPOSE::contains))
        .filter(type -> !type.annotations().contains("State"))
        .map(
            type ->
                new Finding(
                    type.qualifiedName(), 1, "a class is final, or abstract or sealed on purpose"));
  }
}
