// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones by the names a query uses. */
final class Zones {

  private Zones() {}

  static ZoneId of(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Cannot load time zone " + name, e);
    }
  }
}
