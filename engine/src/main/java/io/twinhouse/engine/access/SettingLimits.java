// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user's rules, and those of their profiles and roles, make of settings. Immutable. */
public final class SettingLimits {

  /** No rules at all. */
  public static final SettingLimits NONE = new SettingLimits(Map.of());

  private final Map<String, SettingRule> rules;

  private SettingLimits(Map<String, SettingRule> rules) {
    this.rules = Map.copyOf(rules);
  }

  /** Collects rules; of two about one setting, each part of the later that is given counts. */
  static final class Builder {
    private final Map<String, SettingRule> rules = new LinkedHashMap<>();

    void add(SettingRule rule) {
      rules.merge(rule.setting(), rule, Builder::merged);
    }

    private static SettingRule merged(SettingRule before, SettingRule rule) {
      boolean bounded = rule.min() != null || rule.max() != null || rule.writability() != null;
      return new SettingRule(
          null,
          rule.setting(),
          rule.value() == null ? before.value() : rule.value(),
          bounded ? rule.min() : before.min(),
          bounded ? rule.max() : before.max(),
          bounded ? rule.writability() : before.writability());
    }

    SettingLimits build() {
      return new SettingLimits(rules);
    }
  }

  /** What settings a session begins with. */
  public Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    rules.forEach(
        (name, rule) -> {
          if (rule.value() != null) {
            values.put(name, rule.value());
          }
        });
    return values;
  }

  /**
   * Refuses a change of a setting that the rules do not allow.
   *
   * @throws TwinhouseException SETTING_CONSTRAINT_VIOLATION
   */
  public void check(Map<String, String> changes) {
    changes.forEach(
        (name, value) -> {
          SettingRule rule = rules.get(name);
          if (rule != null) {
            check(rule, value);
          }
        });
  }

  private static void check(SettingRule rule, String value) {
    boolean bounded = rule.min() != null || rule.max() != null;
    if (bounded && value.equals("DEFAULT")) {
      throw violation(rule, "should not be changed to its default");
    }
    if ("CONST".equals(rule.writability()) && !value.equals(rule.value())) {
      throw violation(rule, "should not be changed");
    }
    if (isBeyond(rule.min(), value, -1)) {
      throw violation(rule, "shouldn't be less than " + rule.min());
    }
    if (isBeyond(rule.max(), value, 1)) {
      throw violation(rule, "shouldn't be greater than " + rule.max());
    }
  }

  private static TwinhouseException violation(SettingRule rule, String why) {
    return new TwinhouseException(
        ErrorCode.SETTING_CONSTRAINT_VIOLATION, "Setting " + rule.setting() + " " + why);
  }

  /** Whether {@code value} lies on the side {@code sign} of {@code bound}. */
  private static boolean isBeyond(@Nullable String bound, String value, int sign) {
    if (bound == null) {
      return false;
    }
    try {
      return new BigDecimal(value).compareTo(new BigDecimal(bound)) == sign;
    } catch (NumberFormatException text) {
      return Integer.signum(value.compareTo(bound)) == sign;
    }
  }
}
