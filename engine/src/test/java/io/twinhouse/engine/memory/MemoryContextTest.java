// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import org.junit.jupiter.api.Test;

final class MemoryContextTest {

  private final MemoryContext server = MemoryContext.root("server", 1000);
  private final MemoryContext user = server.child(MemoryLevel.USER, "u", 800);
  private final MemoryContext query = user.child(MemoryLevel.QUERY, "q", 500);

  @Test
  void countsUpToTheRootAndRemembersThePeak() {
    MemoryContext operator = query.child(MemoryLevel.OPERATOR, "sort", MemoryContext.UNLIMITED);
    operator.reserve(300);
    operator.release(100);
    assertThat(query.reservedBytes()).isEqualTo(200);
    assertThat(server.reservedBytes()).isEqualTo(200);
    assertThat(server.peakBytes()).isEqualTo(300);
    operator.close();
    operator.close();
    assertThat(server.reservedBytes()).isZero();
  }

  @Test
  void aRefusalChangesNothingAnywhere() {
    query.reserve(400);
    assertThatThrownBy(() -> query.reserve(101))
        .isInstanceOfSatisfying(
            TwinhouseException.class,
            e -> assertThat(e.is(ErrorCode.MEMORY_LIMIT_EXCEEDED)).isTrue())
        .hasMessage(
            "Query memory limit exceeded: would use 501.00 B (attempt to allocate chunk of"
                + " 101.00 B), maximum: 500.00 B");
    assertThat(query.reservedBytes()).isEqualTo(400);
    assertThat(server.reservedBytes()).isEqualTo(400);
    assertThat(server.peakBytes()).isEqualTo(400);
  }

  @Test
  void theUserLimitHoldsOverQueries() {
    MemoryContext other = user.child(MemoryLevel.QUERY, "q2", 500);
    query.reserve(450);
    assertThatThrownBy(() -> other.reserve(400)).hasMessageStartingWith("User memory limit");
    query.close();
    other.reserve(400);
    assertThat(user.reservedBytes()).isEqualTo(400);
  }

  @Test
  void releasingMoreThanReservedIsADefect() {
    query.reserve(10);
    assertThatThrownBy(() -> query.release(11)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aClosedNodeRefuses() {
    query.close();
    assertThatThrownBy(() -> query.reserve(1)).isInstanceOf(IllegalStateException.class);
  }
}
