// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import java.net.URI;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Methods of a class that run at the same time, each with a house and an endpoint of its own. */
@Execution(ExecutionMode.CONCURRENT)
@EmbeddedHouse(migrations = "/migrations")
final class ParallelHousesTest {

  @RepeatedTest(8)
  void seesItsOwnRowsAlone(TestHouse house, Twinhouse engine, URI url) {
    assertThat(engine).isSameAs(house.engine());
    assertThat(url).isEqualTo(house.url());
    for (int i = 0; i < 5; i++) {
      house.assertThat("SELECT count() FROM visits").returns(house.row(3 + i));
      engine.execute("INSERT INTO visits VALUES ('2026-02-0" + (i + 1) + "', 'eve')");
    }
  }
}
