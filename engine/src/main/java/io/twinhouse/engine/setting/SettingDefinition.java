// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.setting;

/**
 * One of ClickHouse's settings.
 *
 * @param type ClickHouse's name of the value's type, for instance {@code UInt64}
 * @param defaultValue as text
 * @param aliasFor the setting this is another name of, or empty
 * @param kind what the embedded engine does with a value that is not the default
 */
public record SettingDefinition(
    String name, String type, String defaultValue, String aliasFor, Kind kind) {

  /** What becomes of a setting. */
  public enum Kind {
    /** It does what it does on the server. */
    HONOURED,
    /** It changes no answer here: it tunes, or belongs to what this engine does not have. */
    HARMLESS,
    /** It changes answers in a way that this engine does not know: only the default is taken. */
    REFUSED
  }

  public boolean refused() {
    return kind == Kind.REFUSED;
  }
}
