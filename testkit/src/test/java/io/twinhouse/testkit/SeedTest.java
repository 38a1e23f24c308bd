// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Seed.class)
final class SeedTest {
  @Test
  void aNameAlwaysGetsTheSameSource() {
    assertThat(Seed.sourceOf("a").anyLong()).isEqualTo(Seed.sourceOf("a").anyLong());
    assertThat(Seed.sourceOf("a").anyLong()).isNotEqualTo(Seed.sourceOf("b").anyLong());
  }

  @Test
  void aTestGetsTheSourceOfItsName(RandomSource random) {
    String name = SeedTest.class.getName() + ".aTestGetsTheSourceOfItsName";
    assertThat(random.anyLong()).isEqualTo(Seed.sourceOf(name).anyLong());
  }

  @Test
  void aFailureTellsHowToReplay() {
    AssertionError failure = new AssertionError("wrong");
    assertThatThrownBy(() -> new Seed().handleTestExecutionException(null, failure))
        .isSameAs(failure);
    assertThat(failure.getSuppressed()[0]).hasMessageContaining(Seed.replay());
  }

  @Test
  void numbersStayInTheirRangeAndMeetTheEdges(RandomSource random) {
    boolean least = false;
    for (int i = 0; i < 2000; i++) {
      long value = random.signed(8);
      assertThat(value).isBetween(-128L, 127L);
      least |= value == -128;
      assertThat(random.bigSigned(256).bitLength()).isLessThan(256);
      assertThat(random.between(3, 5)).isBetween(3, 5);
    }
    assertThat(least).isTrue();
  }

  @Test
  void keepsTheLastInputOfAFailure(@TempDir Path directory) throws Exception {
    FailureInputs inputs = new FailureInputs(directory);
    inputs.keep("query.sql", "SELECT 1");
    inputs.keep("query.sql", "SELECT 2");
    assertThat(inputs.save("SomeTest", "fails")).hasMessageContaining("query.sql");
    assertThat(Files.readString(directory.resolve("SomeTest/fails/query.sql")))
        .isEqualTo("SELECT 2");
  }
}
