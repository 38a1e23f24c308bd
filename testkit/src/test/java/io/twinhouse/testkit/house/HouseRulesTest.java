// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule passes a good file and finds what is wrong with a bad one. */
final class HouseRulesTest {
  private static final String HEADER = "// SPDX-License-Identifier: Apache-2.0\n";
  private static final String PATH = "engine/src/main/java/a/b/";
  private static final SourceFile PACKAGE_INFO =
      new SourceFile(
          PATH + "package-info.java", HEADER + "/** A room. */\n@NullMarked package a.b;\n");

  @Test
  void aGoodFileKeepsEveryRule() {
    SourceTree tree =
        tree(
            "Good.java",
            "/** Good. */ public interface Good { /** Does. */ void act(int x); int size(); }");
    for (SourceRule rule : HouseRules.all()) {
      assertThat(rule.check(tree)).as(rule.name()).isEmpty();
    }
  }

  @Test
  void everyRuleHasItsOwnName() {
    assertThat(HouseRules.all()).extracting(SourceRule::name).doesNotHaveDuplicates();
    assertThatThrownBy(() -> HouseRules.named("no-such-rule"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such-rule");
  }

  @Test
  void fileLength() {
    String filler = "//\n".repeat(800);
    assertThat(check("file-length", "Long.java", "final class Long {\n" + filler + "}"))
        .containsExactly(PATH + "Long.java 804");
    assertThat(
            check("file-length", "Short.java", "final class Short {\n" + "//\n".repeat(700) + "}"))
        .isEmpty();
  }

  @Test
  void methodLengthCountsFromBraceToBrace() {
    assertThat(check("method-length", "A.java", method("void f()", "\n".repeat(69)))).isEmpty();
    assertThat(check("method-length", "A.java", method("void f()", "\n".repeat(70))))
        .containsExactly("a.b.A#f/0 71");
    assertThat(check("method-length", "A.java", method("A(int x)", "\n".repeat(80))))
        .containsExactly("a.b.A#<init>/1 81");
  }

  @Test
  void methodParameters() {
    assertThat(check("method-parameters", "A.java", method("void f(" + parameters(7) + ")", "")))
        .isEmpty();
    assertThat(check("method-parameters", "A.java", method("void f(" + parameters(8) + ")", "")))
        .containsExactly("a.b.A#f/8 8");
    assertThat(check("method-parameters", "A.java", "record A(" + parameters(9) + ") { A {} }"))
        .as("the fields of a record are no parameters")
        .isEmpty();
  }

  @Test
  void methodBranchesCountASwitchOnce() {
    String choice = "switch (x) { case 1: case 2: case 3: default: }\n";
    assertThat(check("method-branches", "A.java", method("void f(int x)", choice.repeat(15))))
        .isEmpty();
    String decisions = "if (x > 1 && x < 3 || x == 7) { x = x > 3 ? 1 : 2; }\n"; // four each
    assertThat(check("method-branches", "A.java", method("void f(int x)", decisions.repeat(4))))
        .containsExactly("a.b.A#f/1 16");
    String loops = "for (;;) {} for (int y : z) {} while (x > 1) {} do {} while (x > 1);\n";
    assertThat(check("method-branches", "A.java", method("void f(int x)", loops.repeat(5))))
        .containsExactly("a.b.A#f/1 20");
  }

  @Test
  void branchesOfAnAnonymousClassAreItsOwn() {
    String inner = "new Object() { void g(int x) {" + "if (x > 1) {}\n".repeat(16) + "} };";
    assertThat(check("method-branches", "A.java", method("void f()", inner)))
        .containsExactly("a.b.A.anonymous#g/1 16");
  }

  @Test
  void packageSizeCountsTopLevelTypes() {
    List<SourceFile> files = new ArrayList<>(List.of(PACKAGE_INFO));
    for (int i = 0; i < 31; i++) {
      files.add(file("T" + i + ".java", "final class T" + i + " { static class Inner {} }"));
    }
    assertThat(check("package-size", SourceTree.of(files))).containsExactly("a.b 31");
    assertThat(check("package-size", SourceTree.of(files.subList(0, 31)))).isEmpty();
  }

  @Test
  void typeName() {
    assertThat(check("type-name", "A.java", "final class StringUtils {} final class ListHelper {}"))
        .containsExactlyInAnyOrder("a.b.StringUtils 1", "a.b.ListHelper 1");
    assertThat(check("type-name", "A.java", "final class A { interface SessionManager {} }"))
        .containsExactly("a.b.A.SessionManager 1");
    assertThat(check("type-name", "A.java", "final class Utility {} final class Managed {}"))
        .isEmpty();
  }

  @Test
  void testName() {
    assertThat(check("test-name", "A.java", "final class LexerTests { @Test void works() {} }"))
        .containsExactly("a.b.LexerTests 1");
    assertThat(check("test-name", "A.java", "final class LexerTest { @Test void works() {} }"))
        .isEmpty();
    assertThat(check("test-name", "A.java", "abstract class Contract { @Test void works() {} }"))
        .isEmpty();
  }

  @Test
  void finalClass() {
    assertThat(
            check("final-class", "A.java", "class Open {} sealed class S permits T {} enum E {}"))
        .containsExactly("a.b.Open 1");
  }

  @Test
  void packageInfo() {
    SourceFile lone = file("A.java", "final class A {}");
    assertThat(check("package-info", SourceTree.of(List.of(lone))))
        .containsExactly("engine/src/main/java/a/b 1");
    SourceFile silent = new SourceFile(PACKAGE_INFO.path(), HEADER + "package a.b;");
    assertThat(check("package-info", SourceTree.of(List.of(lone, silent))))
        .containsExactly("engine/src/main/java/a/b 1");
  }

  @Test
  void typeDoc() {
    assertThat(check("type-doc", "A.java", "public final class A { public interface Inner {} }"))
        .containsExactly("a.b.A 1");
    assertThat(check("type-doc", "A.java", "final class A {}")).isEmpty();
  }

  @Test
  void contractDoc() {
    assertThat(
            check(
                "contract-doc",
                "A.java",
                "/** A. */ public interface A { void run(); int at(int x); int size(); @Override"
                    + " void close(); }"))
        .containsExactlyInAnyOrder("a.b.A#run/0 1", "a.b.A#at/1 1");
    assertThat(check("contract-doc", "A.java", "interface A { void run(); void stop(); }"))
        .isEmpty();
    assertThat(check("contract-doc", "A.java", "/** A. */ public interface A { int at(int x); }"))
        .as("the text of a functional interface is that of its method")
        .isEmpty();
  }

  @Test
  void licenceHeader() {
    SourceFile bare = new SourceFile(PATH + "A.java", "package a.b;\nfinal class A {}");
    assertThat(check("licence-header", SourceTree.of(List.of(bare))))
        .containsExactly(PATH + "A.java 1");
  }

  @Test
  void leftOpen() {
    assertThat(check("left-open", "A.java", "final class A {} // TO" + "DO later\n"))
        .containsExactly(PATH + "A.java 1");
    assertThat(check("left-open", "A.java", "final class AutoDo { int xxxx; }")).isEmpty();
  }

  @Test
  void switchedOffTest() {
    assertThat(check("switched-off-test", "A.java", "final class A { @" + "Disabled void f() {} }"))
        .containsExactly(PATH + "A.java 1");
  }

  @Test
  void tab() {
    assertThat(check("tab", "A.java", "final class A {\n\tint x;\n}"))
        .containsExactly(PATH + "A.java 1");
  }

  @Test
  void registryHost() {
    assertThat(check("registry-host", text("docs/x.md", "see https:/" + "/repo.maven.example/a")))
        .containsExactly("docs/x.md 1");
    assertThat(
            check(
                "registry-host",
                text("pom.xml", "<project xmlns=\"http:/" + "/maven.apache.org/POM/4.0.0\">")))
        .isEmpty();
  }

  @Test
  void machinePath() {
    assertThat(check("machine-path", text("docs/x.md", "write to /" + "tmp/x")))
        .containsExactly("docs/x.md 1");
    assertThat(
            check(
                "machine-path",
                text("docs/x.md", "a/" + "tmp/x and /" + "tmpfs/x and $HOME/" + "work/x")))
        .isEmpty();
  }

  @Test
  void whatIsNoJavaIsRefused() {
    assertThatThrownBy(() -> tree("A.java", "final class {"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> check(String rule, String name, String text) {
    return check(rule, tree(name, text));
  }

  private static List<String> check(String rule, SourceTree tree) {
    return HouseRules.named(rule).check(tree).stream()
        .map(violation -> violation.subject() + " " + violation.size())
        .toList();
  }

  private static SourceTree tree(String name, String text) {
    return SourceTree.of(List.of(PACKAGE_INFO, file(name, text)));
  }

  private static SourceTree text(String path, String text) {
    return SourceTree.of(List.of(new SourceFile(path, text)));
  }

  private static SourceFile file(String name, String text) {
    return new SourceFile(PATH + name, HEADER + "package a.b;\n" + text);
  }

  private static String method(String signature, String body) {
    return "final class A { " + signature + " {" + body + "} }";
  }

  private static String parameters(int count) {
    return IntStream.range(0, count).mapToObj(i -> "int p" + i).collect(Collectors.joining(", "));
  }
}
