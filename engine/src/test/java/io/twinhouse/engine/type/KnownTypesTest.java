// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Tables that there are already keep types that new ones may not have. */
final class KnownTypesTest {

  private static final String TYPE = "SimpleAggregateFunction(avg, Float64)";

  @Test
  void functionsThatDoNotMergeStayReadable() {
    assertThat(TypeParser.parseKnown(TYPE).name()).isEqualTo(TYPE);
    assertThatThrownBy(() -> TypeParser.parse(TYPE)).hasMessageContaining("Unsupported");
  }
}
