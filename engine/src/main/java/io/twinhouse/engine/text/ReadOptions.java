// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import java.time.ZoneId;

/**
 * How texts are read.
 *
 * @param zone for times whose type names no zone
 * @param bestEffort whether times may take the many forms of ClickHouse's best effort parser
 * @param checked whether an integer that does not fit its type is refused instead of wrapped
 * @param monthFirst whether 10/11/2025 is in October, where best effort reads times
 */
public record ReadOptions(ZoneId zone, boolean bestEffort, boolean checked, boolean monthFirst) {

  public ReadOptions(ZoneId zone, boolean bestEffort, boolean checked) {
    this(zone, bestEffort, checked, false);
  }

  /** What CAST and the text formats use. */
  public static ReadOptions lenient(ZoneId zone) {
    return new ReadOptions(zone, true, false);
  }

  /** What the OrNull and OrZero conversions use. */
  public static ReadOptions strict(ZoneId zone) {
    return new ReadOptions(zone, false, true);
  }
}
