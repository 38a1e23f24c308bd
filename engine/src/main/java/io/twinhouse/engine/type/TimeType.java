// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** Time: signed seconds in 32 bits, shown as hours up to 999, minutes and seconds; of no day. */
public record TimeType() implements Type {

  public static final TimeType INSTANCE = new TimeType();

  /** The last second that is shown, either side of zero. */
  public static final long LAST_SECOND = 999 * 3600L + 59 * 60 + 59;

  @Override
  public String name() {
    return "Time";
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }
}
