// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.time.Clock;
import java.util.Map;

/** The engine. */
final class EmbeddedTwinhouse {

  private EmbeddedTwinhouse() {}

  static Twinhouse open(
      String url,
      Map<String, String> options,
      Map<String, String> settings,
      Clock clock,
      long memoryLimitBytes,
      int threads) {
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "No house answers to the URL '" + url + "'");
  }
}
