// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house.sample.left;

import io.twinhouse.testkit.house.sample.middle.Middle;

/** Closes a circle with {@link Middle}, from inside a nested type. */
public final class Left {
  private Left() {}

  /** Where the use hides. */
  public interface Nested {
    /** Uses it. */
    Middle[] middles();
  }
}
