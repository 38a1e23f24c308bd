// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import io.twinhouse.testkit.house.SourceRule.Finding;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no file may contain. */
final class TextRules {
  private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0";

  // Each pattern is written so that it does not match itself.
  private static final Pattern LEFT_OPEN =
      Pattern.compile("\\b(TO(?:DO)|FIX(?:ME)|XX(?:X)|HA(?:CK))\\b");
  private static final Pattern SWITCHED_OFF =
      Pattern.compile("@(?:Disabled|Ignore)\\b|\\bassumeTrue\\((?:false)\\)");
  private static final Pattern REGISTRY_HOST =
      Pattern.compile("//[a-z0-9.-]*(?:maven|npm|debian)[a-z0-9.-]*/", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMESPACE =
      Pattern.compile("xmlns|schemaLocation|apache\\.org/(?:POM|xsd)");
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.}~*-])/(?:work|tmp|root)/\\w");

  private TextRules() {}

  static List<SourceRule> all() {
    return List.of(
        SourceRule.of("licence-header", TextRules::unlicensed),
        lines("left-open", file -> true, LEFT_OPEN, "finish it or file it"),
        lines(
            "switched-off-test", SourceFile::isJava, SWITCHED_OFF, "mend the test or take it out"),
        lines("tab", file -> true, Pattern.compile("\t"), "indent with blanks"),
        lines(
            "registry-host",
            file -> true,
            line -> REGISTRY_HOST.matcher(line).find() && !NAMESPACE.matcher(line).find(),
            "name the package, not the host that serves it"),
        lines("machine-path", file -> true, MACHINE_PATH, "no path of one machine"));
  }

  private static Stream<Finding> unlicensed(SourceTree tree) {
    return tree.files().stream()
        .filter(SourceFile::isJava)
        .filter(file -> !file.text().startsWith(LICENCE + "\n"))
        .map(file -> new Finding(file.path(), 1, "the first line is '" + LICENCE + "'"));
  }

  private static SourceRule lines(
      String name, Predicate<SourceFile> files, Pattern pattern, String advice) {
    return lines(name, files, line -> pattern.matcher(line).find(), advice);
  }

  private static SourceRule lines(
      String name, Predicate<SourceFile> files, Predicate<String> wrong, String advice) {
    return SourceRule.of(
        name,
        tree -> tree.files().stream().filter(files).flatMap(file -> findings(file, wrong, advice)));
  }

  private static Stream<Finding> findings(SourceFile file, Predicate<String> wrong, String advice) {
    return file.lines().stream()
        .filter(wrong)
        .map(line -> new Finding(file.path(), 1, line.strip() + " - " + advice));
  }
}
