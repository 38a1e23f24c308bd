// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.LeakCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Houses come and go and leave nothing behind. */
final class HouseLifeTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void manyHousesSideBySideShareNothing() {
    HouseDefinition definition = TwinhouseExtension.house().migrations("migrations").definition();
    for (int i = 0; i < 20; i++) {
      try (TestHouse one = definition.open();
          TestHouse other = definition.open()) {
        one.execute("DROP TABLE visits");
        other.assertThat("SELECT count() FROM visits").returns(other.row(3));
        other.url();
      }
    }
  }

  @Test
  void aScriptThatFailsLeavesNoEngine() {
    HouseDefinition wrong = TwinhouseExtension.house().sql("CREATE TABLE x").definition();
    assertThatThrownBy(wrong::open).isInstanceOf(TwinhouseException.class);
  }
}
