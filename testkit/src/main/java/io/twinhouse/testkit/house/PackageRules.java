// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which package may use which, over compiled classes. Package patterns are ArchUnit's: {@code a.b}
 * means that package, {@code a.b..} also all below it. Immutable.
 */
public final class PackageRules {
  private static final int SHOWN_EDGES = 4;

  private final JavaClasses classes;

  private PackageRules(JavaClasses classes) {
    this.classes = classes;
  }

  /**
   * Over the classes of these packages, and all below them, that the class path holds; no tests.
   */
  public static PackageRules over(String... packages) {
    return new PackageRules(
        importer(new ImportOption.DoNotIncludeTests()).importPackages(packages));
  }

  /** Over test classes too, which is how the rules themselves are tested. */
  static PackageRules overTestsOf(String... packages) {
    return new PackageRules(importer(location -> true).importPackages(packages));
  }

  /** How many classes are looked at: a rule over none would pass for nothing. */
  public int size() {
    return classes.size();
  }

  /**
   * Classes of one part of the house know no class of another.
   *
   * @param rule the name that violations carry
   * @param from the part that is to be ignorant
   * @param strangers the packages that it must not use
   */
  public List<Violation> mustNotUse(String rule, String from, String... strangers) {
    return uses(rule, matching(from), matching(strangers), from + " must not know it");
  }

  /**
   * A library is used in some packages alone.
   *
   * @param rule the name that violations carry
   * @param library the library's packages
   * @param within the packages in which the ban holds
   * @param allowed the packages among them that may use it
   */
  public List<Violation> confine(String rule, String library, String within, String... allowed) {
    Predicate<JavaClass> banned = matching(within).and(matching(allowed).negate());
    return uses(
        rule,
        banned,
        matching(library),
        "only " + String.join(", ", allowed) + " may use " + library);
  }

  /**
   * Packages of one part of the house that use each other in a circle; one violation for all
   * circles of the part, sized by the packages in them.
   *
   * @param rule the name that violations carry
   * @param root the part's top package
   */
  public List<Violation> cycles(String rule, String root) {
    Map<String, Map<String, List<String>>> edges = new TreeMap<>();
    for (JavaClass type : classes) {
      if (matching(root + "..").test(type)) {
        collectEdges(type, root, edges);
      }
    }
    List<List<String>> circles = PackageCycles.find(edges);
    if (circles.isEmpty()) {
      return List.of();
    }
    int size = circles.stream().mapToInt(List::size).sum();
    String detail =
        circles.stream()
            .map(circle -> String.join(" <-> ", circle) + describe(circle, edges))
            .collect(Collectors.joining("\n    "));
    return List.of(new Violation(rule, root, size, detail));
  }

  private List<Violation> uses(
      String rule, Predicate<JavaClass> users, Predicate<JavaClass> used, String detail) {
    Map<String, Violation> found = new TreeMap<>();
    for (JavaClass type : classes) {
      if (!users.test(type)) {
        continue;
      }
      String subject = outermost(type).getName();
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (used.test(target)) {
          found.putIfAbsent(
              subject, new Violation(rule, subject, 1, "uses " + target.getName() + "; " + detail));
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private static void collectEdges(
      JavaClass type, String root, Map<String, Map<String, List<String>>> edges) {
    String from = type.getPackageName();
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      String to = target.getPackageName();
      if (!to.equals(from) && matching(root + "..").test(target)) {
        List<String> examples =
            edges
                .computeIfAbsent(from, key -> new TreeMap<>())
                .computeIfAbsent(to, key -> new ArrayList<>());
        String example =
            outermost(type).getSimpleName() + " -> " + outermost(target).getSimpleName();
        if (!examples.contains(example)) {
          examples.add(example);
        }
      }
    }
  }

  private static String describe(
      List<String> circle, Map<String, Map<String, List<String>>> edges) {
    StringBuilder text = new StringBuilder();
    for (String from : circle) {
      edges
          .getOrDefault(from, Map.of())
          .forEach(
              (to, examples) -> {
                if (circle.contains(to)) {
                  text.append("\n      ").append(from).append(" uses ").append(to).append(": ");
                  text.append(
                      examples.stream()
                          .sorted()
                          .limit(SHOWN_EDGES)
                          .collect(Collectors.joining(", ")));
                }
              });
    }
    return text.toString();
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass at = type;
    while (at.getEnclosingClass().isPresent()) {
      at = at.getEnclosingClass().get();
    }
    return at;
  }

  private static Predicate<JavaClass> matching(String... patterns) {
    List<PackageMatcher> matchers = Arrays.stream(patterns).map(PackageMatcher::of).toList();
    return type -> matchers.stream().anyMatch(matcher -> matcher.matches(type.getPackageName()));
  }

  private static ClassFileImporter importer(ImportOption option) {
    // Names are all that the rules read, so what a class refers to need not be loaded.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter().withImportOption(option);
  }
}
