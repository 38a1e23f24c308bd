// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import io.twinhouse.server.metrics.PlatformData.Event;
import io.twinhouse.server.metrics.PlatformData.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A few rows of which each is a trap: an anonymous user that was claimed, a tombstone in another
 * month than the row it hides, a user deleted and created again, a channel that lost its
 * verification, a deleted channel, a channel that is no e-mail address, another branch, the
 * platform's own project, one user with two providers, two events of a day, a user who moved to
 * another country, an event without a user, and users in and out of the sample.
 */
final class PlatformFixture {

  private final PlatformData data = new PlatformData();
  private long sequence;

  private PlatformFixture() {}

  static PlatformData rows() {
    PlatformFixture fixture = new PlatformFixture();
    fixture.users();
    fixture.channels();
    fixture.others();
    fixture.events();
    return fixture.data;
  }

  private void users() {
    user("alpha", 1, "2026-06-01T10:00:00Z", true, false);
    user("alpha", 1, "2026-06-01T10:00:00Z", false, false); // claimed
    user("alpha", 2, "2026-04-02T10:00:00Z", false, false);
    user("alpha", 2, "2026-06-03T10:00:00Z", false, true); // hidden from another month
    user("alpha", 3, "2026-05-20T00:00:00Z", false, false);
    user("alpha", 3, "2026-05-25T00:00:00Z", false, true);
    user("alpha", 3, "2026-05-20T00:00:00Z", false, false); // there again
    user("beta", 4, "2026-05-17T23:59:59Z", false, false);
    user("beta", 5, "2026-05-18T00:00:00Z", true, false);
    user("beta", 6, "2026-05-19T00:00:00Z", false, false);
    user("internal", 7, "2026-06-01T00:00:00Z", false, false);
    version("users", "beta/dev", 8, "2026-06-01T00:00:00Z", false, "", false);
  }

  private void channels() {
    channel(0, "alpha", true, "EMAIL", false); // of user 0, who is nobody
    channel(2, "alpha", true, "EMAIL", false); // of user 1
    channel(5, "alpha", true, "EMAIL", false); // of user 3
    channel(5, "alpha", false, "EMAIL", false); // not verified any more
    channel(6, "beta", true, "EMAIL", false); // of user 4
    channel(6, "beta", true, "EMAIL", true);
    channel(9, "beta", true, "PHONE", false); // of user 6
  }

  private void others() {
    version("accounts", "alpha", 1, "2026-06-01T00:00:00Z", true, "", false);
    version("accounts", "alpha", 1, "2026-06-01T00:00:00Z", false, "", false);
    version("teams", "alpha", 1, "2026-03-01T00:00:00Z", false, "", false);
    version("teams", "alpha", 1, "2026-06-01T00:00:00Z", false, "", true);
    version("teams", "beta", 2, "2026-03-01T00:00:00Z", false, "", false);
    version("emails", "beta", 1, "2026-03-01T00:00:00Z", false, "", false);
    version("emails", "internal", 2, "2026-03-01T00:00:00Z", false, "", false);
  }

  private void events() {
    refresh("2025-11-01T00:00:00Z", "alpha", "old", "de", false);
    refresh("2026-06-10T01:00:00Z", "alpha", "old", "de", false);
    refresh("2026-06-10T23:00:00Z", "alpha", "old", "fr", false);
    refresh("2026-06-11T00:00:00Z", "alpha", "old", null, false);
    refresh("2026-06-11T09:00:00Z", "beta", null, "us", null);
    refresh("2026-06-11T09:00:00Z", "internal", "inner", "us", null);
    for (int user = 0; user < 40; user++) {
      refresh("2026-06-12T09:00:0" + user % 10 + "Z", "beta", "u" + user, "us", null);
      refresh("2026-06-13T09:00:00Z", "beta", "u" + user, "us", user % 3 == 0);
    }
    event("$page-view", "2026-06-12T00:00:00Z", "alpha", null, null, null);
    event("$page-view", "2026-06-12T00:00:01Z", "alpha", "old", null, null);
    event("$page-view", "2024-01-01T00:00:00Z", "beta", "old", null, null);
    data.clicks.add(new PlatformData.Click("alpha", at("2026-06-12T00:00:00Z"), true));
    data.clicks.add(new PlatformData.Click("internal", at("2026-06-12T00:00:00Z"), true));
  }

  private void user(String project, int id, String at, boolean anonymous, boolean deleted) {
    version("users", project, id, at, anonymous, "", deleted);
  }

  private void channel(int id, String project, boolean verified, String type, boolean deleted) {
    String at = deleted ? "2026-06-02T00:00:00Z" : "2026-02-02T00:00:00Z";
    version("channels", project, id, at, verified, type, deleted);
  }

  /**
   * A version of a row.
   *
   * @param place project of the main branch, or project and branch with a slash between
   */
  private void version(
      String table, String place, int id, String at, boolean flag, String kind, boolean deleted) {
    String[] names = (place + "/main").split("/", -1);
    Version version =
        new Version(
            names[0], names[1], PlatformData.uuid(id), at(at), flag, kind, ++sequence, deleted);
    switch (table) {
      case "users" -> data.users.add(version);
      case "channels" -> data.channels.add(version);
      case "teams" -> data.teams.add(version);
      case "accounts" -> data.accounts.add(version);
      default -> data.emails.add(version);
    }
  }

  private void refresh(
      String at,
      String project,
      @Nullable String user,
      @Nullable String country,
      @Nullable Boolean anonymous) {
    event("$token-refresh", at, project, user, country, anonymous);
  }

  private void event(
      String type,
      String at,
      String project,
      @Nullable String user,
      @Nullable String country,
      @Nullable Boolean anonymous) {
    data.events.add(new Event(type, at(at), project, "main", user, country, anonymous));
  }

  private static long at(String text) {
    return Instant.parse(text).toEpochMilli();
  }
}
