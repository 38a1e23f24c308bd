// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.sites;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/**
 * The last event of a page: the next page begins behind it, whatever was appended meanwhile.
 *
 * @param at milliseconds since 1970
 */
public record EventCursor(long at, String id) {

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  public static EventCursor parse(String text) {
    int colon = text.indexOf(':');
    try {
      return new EventCursor(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "'" + text + "' is no cursor of an earlier page", malformed);
    }
  }

  @Override
  public String toString() {
    return at + ":" + id;
  }
}
