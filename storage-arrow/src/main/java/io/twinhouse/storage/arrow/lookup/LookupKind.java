// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a store's look-ups live: the store's option {@value #OPTION}. */
public enum LookupKind {
  /** On the heap, made anew at each start. The default: faster in all but memory. */
  OPEN_ADDRESSING,

  /** In mapped files beside the parts, kept from one start to the next. */
  CHRONICLE_MAP;

  /** The option of a store that says which. */
  public static final String OPTION = "key_lookups";

  /**
   * What an option asks for.
   *
   * @param value null where the option is not given
   * @throws TwinhouseException BAD_ARGUMENTS for another name, SUPPORT_IS_DISABLED where this Java
   *     cannot do what is asked for
   */
  public static LookupKind of(@Nullable String value) {
    if (value == null) {
      return OPEN_ADDRESSING;
    }
    for (LookupKind kind : values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(value)) {
        return kind.required();
      }
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "The option " + OPTION + " is open_addressing or chronicle_map, not '" + value + "'");
  }

  private LookupKind required() {
    String missing = this == CHRONICLE_MAP ? ChronicleNeeds.missing() : null;
    if (missing != null) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "The option "
              + OPTION
              + "=chronicle_map needs "
              + missing
              + "; without the option the store opens with look-ups on the heap and loses nothing");
    }
    return this;
  }
}
