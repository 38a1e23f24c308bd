// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ingest;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.exchange.Appender;
import io.twinhouse.engine.type.Quoting;
import java.util.List;

/**
 * Fills a project's events with rows of which some lie in the past and some are of this moment. All
 * rows are built alike, so that a metric cannot tell them apart. For one thread.
 */
public final class ProjectSeed {

  private static final int ROWS_AT_ONCE = 10_000;

  private final Twinhouse house;
  private final String project;
  private final String branch;

  private ProjectSeed(Twinhouse house, String project, String branch) {
    this.house = house;
    this.project = project;
    this.branch = branch;
  }

  public static ProjectSeed of(Twinhouse house, String project, String branch) {
    return new ProjectSeed(house, project, branch);
  }

  /**
   * Seeds a project that was made just now: nothing is looked for and nothing deleted.
   *
   * @param live appended after all the others, since they fade within minutes
   */
  public void first(List<TokenRefresh> history, List<TokenRefresh> live) {
    append(history);
    append(live);
  }

  /** Seeds a project anew; its events go first, all at once, since this table only grows. */
  public void again(List<TokenRefresh> history, List<TokenRefresh> live) {
    house.execute(
        "ALTER TABLE events DELETE WHERE project_id = "
            + Quoting.text(project)
            + " AND branch_id = "
            + Quoting.text(branch)
            + " SETTINGS mutations_sync = 2");
    first(history, live);
  }

  private void append(List<TokenRefresh> events) {
    for (int from = 0; from < events.size(); from += ROWS_AT_ONCE) {
      List<TokenRefresh> some = events.subList(from, Math.min(from + ROWS_AT_ONCE, events.size()));
      try (Appender rows =
          Appender.to(
              house,
              "events",
              "event_type",
              "event_at",
              "data",
              "project_id",
              "branch_id",
              "user_id",
              "refresh_token_id")) {
        some.forEach(event -> append(rows, event));
      }
    }
  }

  private void append(Appender rows, TokenRefresh event) {
    String user = event.userId();
    rows.append(
        TokenRefresh.TYPE,
        event.at(),
        event.payload(),
        project,
        branch,
        user == null || user.isEmpty() ? null : user,
        event.refreshTokenId());
  }
}
