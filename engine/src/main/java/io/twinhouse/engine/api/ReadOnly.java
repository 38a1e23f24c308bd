// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.setting.Settings;

/**
 * What the setting readonly leaves of a session's freedom to change settings: all, all but readonly
 * itself, or nothing. What statements it leaves is for the front end, which knows their kinds.
 */
enum ReadOnly {
  NO,
  BUT_SETTINGS,
  ALL;

  static ReadOnly of(Settings settings) {
    return switch (settings.text("readonly")) {
      case "0" -> NO;
      case "2" -> BUT_SETTINGS;
      default -> ALL;
    };
  }

  /**
   * @throws TwinhouseException READONLY
   */
  void checkSettings(Iterable<String> names) {
    for (String name : names) {
      if (this == ALL || (this == BUT_SETTINGS && name.equals("readonly"))) {
        throw new TwinhouseException(
            ErrorCode.READONLY, "Cannot modify '" + name + "' setting in readonly mode");
      }
    }
  }
}
