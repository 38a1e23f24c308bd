// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import org.jspecify.annotations.Nullable;

/**
 * What a user, role or profile says of one setting, or the profile that it takes such rules from.
 *
 * @param profile the name of a profile; null if this is about a setting
 * @param setting empty for a profile
 * @param value null where only bounds are given
 * @param min null for none
 * @param max null for none
 * @param writability CONST, WRITABLE or CHANGEABLE_IN_READONLY; null when not given
 */
public record SettingRule(
    @Nullable String profile,
    String setting,
    @Nullable String value,
    @Nullable String min,
    @Nullable String max,
    @Nullable String writability) {

  /** Takes the rules of a profile. */
  public static SettingRule inherit(String profile) {
    return new SettingRule(profile, "", null, null, null, null);
  }

  /** Gives a setting a value. */
  public static SettingRule value(String setting, String value) {
    return new SettingRule(null, setting, value, null, null, null);
  }

  @Override
  public String toString() {
    if (profile != null) {
      return "PROFILE `" + profile + "`";
    }
    return setting
        + (value == null ? "" : " = " + AccessText.value(value))
        + (min == null ? "" : " MIN " + AccessText.value(min))
        + (max == null ? "" : " MAX " + AccessText.value(max))
        + (writability == null ? "" : " " + writability);
  }
}
