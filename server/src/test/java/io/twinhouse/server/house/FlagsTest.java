// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.testkit.house.SourceFile;
import io.twinhouse.testkit.house.SourceTree;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A JVM started with flags and one started from the jar's manifest open the same packages. */
final class FlagsTest {
  private static String pom = "";

  @BeforeAll
  static void readPom() throws IOException {
    pom =
        SourceTree.ofRepository().files().stream()
            .filter(file -> file.path().equals("pom.xml"))
            .map(SourceFile::text)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void commandLineAndManifestAgree() {
    String access = property("twinhouse.jvm.access");
    assertThat(flags(access, "--add-opens="))
        .isNotEmpty()
        .containsExactlyInAnyOrder(property("twinhouse.manifest.opens").split(" ", -1));
    assertThat(flags(access, "--add-exports="))
        .isNotEmpty()
        .containsExactlyInAnyOrder(property("twinhouse.manifest.exports").split(" ", -1));
    assertThat(access).contains("--enable-native-access=ALL-UNNAMED");
  }

  private static List<String> flags(String text, String flag) {
    return Pattern.compile(Pattern.quote(flag) + "([^= ]+)=ALL-UNNAMED")
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String property(String name) {
    Matcher found = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(pom);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }
}
