// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.lookup.Lookups;
import io.twinhouse.engine.setting.Settings;
import io.twinhouse.engine.text.WriteOptions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a function may know of the query it is bound in: values that are one for the whole query.
 *
 * @param now the instant that now() means
 * @param zone the session's time zone, used where a type names none
 * @param user who asks
 * @param queryId of the query; empty where there is none
 * @param database the current database
 * @param roles of who asks
 * @param settings reads a setting's value as text, the default if it was not set
 * @param lookups the dictionaries that dictGet and its kin name
 */
public record BindContext(
    Instant now,
    ZoneId zone,
    String user,
    String queryId,
    String database,
    SessionRoles roles,
    SettingReader settings,
    Lookups lookups) {

  /** What a user without roles may know, where there are no dictionaries. */
  public BindContext(
      Instant now, ZoneId zone, String user, String database, SettingReader settings) {
    this(now, zone, user, "", database, SessionRoles.NONE, settings, Lookups.NONE);
  }

  /**
   * The same for a statement with settings of its own.
   *
   * @param own settings by name as they are written, which win over those of the session
   * @throws io.twinhouse.engine.error.TwinhouseException UNKNOWN_SETTING, or the server's code for
   *     a value that it cannot read
   */
  public BindContext with(Map<String, String> own) {
    Settings changed = Settings.DEFAULT.with(own);
    String named = changed.text("session_timezone");
    return new BindContext(
        now,
        named.isEmpty() && !own.containsKey("session_timezone")
            ? zone
            : ZoneId.of(named.isEmpty() ? "UTC" : named),
        user,
        queryId,
        database,
        roles,
        name ->
            changed.changed().containsKey(name) || own.containsKey(name)
                ? changed.text(name)
                : settings.value(name),
        lookups);
  }

  /** How texts of values are to be written. */
  public WriteOptions writeOptions() {
    return WriteOptions.of(zone, (name, unset) -> settings.value(name));
  }

  /** Reads settings by name. */
  @FunctionalInterface
  public interface SettingReader {

    /**
     * @throws io.twinhouse.engine.error.TwinhouseException UNKNOWN_SETTING
     */
    String value(String name);
  }
}
