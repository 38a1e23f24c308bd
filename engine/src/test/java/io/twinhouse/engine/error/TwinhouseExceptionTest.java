// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TwinhouseExceptionTest {
  @Test
  void printsTheTextThatAServerPrints() {
    assertThat(
            new TwinhouseException(ErrorCode.UNKNOWN_TABLE, "Table a.b does not exist")
                .toClickHouseText())
        .isEqualTo("Code: 60. DB::Exception: Table a.b does not exist. (UNKNOWN_TABLE)");
    assertThat(
            new TwinhouseException(
                    ErrorCode.AUTHENTICATION_FAILED,
                    "nobody: Authentication failed: password is incorrect, or there is no user with"
                        + " such name.")
                .toClickHouseText())
        .endsWith("such name. (AUTHENTICATION_FAILED)");
  }
}
