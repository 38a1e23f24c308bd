// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.setting;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings of a query: what was changed, over ClickHouse's defaults. Immutable; values are checked
 * and in the form that the server shows.
 */
public final class Settings {

  /** Nothing changed. */
  public static final Settings DEFAULT = new Settings(Map.of());

  private final Map<String, String> changed;

  private Settings(Map<String, String> changed) {
    this.changed = changed;
  }

  /**
   * These settings with some changed. The value {@code DEFAULT} takes a change back.
   *
   * @throws TwinhouseException UNKNOWN_SETTING, or the server's code for a value it can not read
   */
  public Settings with(Map<String, String> values) {
    if (values.isEmpty()) {
      return this;
    }
    SettingCatalog catalog = SettingCatalog.standard();
    Map<String, String> merged = new TreeMap<>(changed);
    values.forEach(
        (name, value) -> {
          if (SettingCatalog.isCustom(name)) {
            custom(merged, name, value);
            return;
          }
          SettingDefinition definition = catalog.get(name);
          if (!definition.aliasFor().isEmpty() && catalog.contains(definition.aliasFor())) {
            definition = catalog.get(definition.aliasFor());
          }
          if (value.equals("DEFAULT")) {
            merged.remove(definition.name());
          } else {
            merged.put(definition.name(), SettingParser.parse(catalog, definition, value));
          }
        });
    return new Settings(Collections.unmodifiableMap(merged));
  }

  private static void custom(Map<String, String> merged, String name, String value) {
    if (value.equals("DEFAULT")) {
      merged.remove(name);
    } else {
      merged.put(name, value);
    }
  }

  /**
   * Refuses what would change answers in a way that the embedded engine does not know.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED, naming the setting
   */
  public void checkSupported() {
    changed.forEach(
        (name, value) -> {
          if (SettingCatalog.isCustom(name)) {
            return;
          }
          SettingDefinition definition = SettingCatalog.standard().get(name);
          if (definition.refused() && !value.equals(definition.defaultValue())) {
            throw new TwinhouseException(
                ErrorCode.NOT_IMPLEMENTED,
                "Setting '"
                    + name
                    + "' changes answers and the embedded engine knows only its default '"
                    + definition.defaultValue()
                    + "', not '"
                    + value
                    + "'");
          }
        });
  }

  /** What was changed, by name. */
  public Map<String, String> changed() {
    return changed;
  }

  /**
   * A setting's value as text.
   *
   * @throws TwinhouseException UNKNOWN_SETTING
   */
  public String text(String name) {
    String value = changed.get(name);
    return value == null ? SettingCatalog.standard().get(name).defaultValue() : value;
  }

  public boolean flag(String name) {
    return text(name).equals("1");
  }

  /** A whole number; values beyond a long count as the largest one. */
  public long number(String name) {
    BigInteger value = new BigInteger(text(name));
    return value.bitLength() > 63 ? Long.MAX_VALUE : value.longValue();
  }

  /** A time in seconds, in nanoseconds. */
  public long nanos(String name) {
    return (long) (Double.parseDouble(text(name)) * 1e9);
  }

  @Override
  public String toString() {
    return changed.toString();
  }
}
