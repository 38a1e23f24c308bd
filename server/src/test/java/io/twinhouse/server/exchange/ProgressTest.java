// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryProgress;
import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.LeakCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a listener is told while a query runs, and how it ends the query. */
final class ProgressTest {

  private static final QueryRequest LONG =
      QueryRequest.of("SELECT sum(sipHash64(number)) FROM numbers(20000000000)");

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void aListenerSeesTheQueryGrowAndCancelsIt() {
    List<QueryProgress> seen = Collections.synchronizedList(new ArrayList<>());
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      QueryRequest request =
          LONG.withQueryId("long")
              .withProgress(
                  far -> {
                    seen.add(far);
                    if (seen.size() == 3) {
                      assertThat(engine.cancel(far.queryId())).isTrue();
                    }
                  });
      try (QueryResult result = engine.query(request)) {
        assertThatThrownBy(result::rows)
            .isInstanceOfSatisfying(
                TwinhouseException.class, e -> assertThat(e.number()).isEqualTo(394));
      }
      assertThat(seen).hasSizeGreaterThanOrEqualTo(3);
      assertThat(seen.get(2).queryId()).isEqualTo("long");
      assertThat(seen.get(2).readRows()).isGreaterThan(seen.get(0).readRows());
      assertThat(seen.get(2).elapsedNanos()).isGreaterThan(seen.get(0).elapsedNanos());
    }
  }

  @Test
  void whatAListenerThrowsEndsTheQuery() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        QueryResult result =
            engine.query(
                LONG.withProgress(
                    far -> {
                      throw new IllegalStateException("seen enough");
                    }))) {
      assertThatThrownBy(result::rows).hasStackTraceContaining("seen enough");
    }
  }
}
