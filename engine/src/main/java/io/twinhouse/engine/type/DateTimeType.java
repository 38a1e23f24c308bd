// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import org.jspecify.annotations.Nullable;

/** DateTime: seconds since 1970 UTC in 32 unsigned bits; the zone only shapes its text. */
public record DateTimeType(@Nullable String zone) implements Type {

  @Override
  public String name() {
    return zone == null ? "DateTime" : "DateTime('" + zone + "')";
  }

  @Override
  public Lane lane() {
    return Lane.LONG;
  }
}
