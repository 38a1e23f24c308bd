// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import org.jspecify.annotations.Nullable;

/**
 * One row of the events table.
 *
 * @param facts what the payload says, apart from its text
 * @param payload JSON text
 */
record Event(String type, long atMillis, Actor actor, Facts facts, String payload) {

  static final String TOKEN_REFRESH = "$token-refresh";
  static final String PAGE_VIEW = "$page-view";
  static final String CLICK = "$click";
  static final String SIGN_UP_RULE = "$sign-up-rule-trigger";

  /** Whose event it is. */
  record Actor(
      String project,
      String branch,
      @Nullable String user,
      @Nullable String team,
      @Nullable String refreshToken) {

    Actor withUser(@Nullable String other) {
      return new Actor(project, branch, other, team, refreshToken);
    }
  }

  /** What metrics read from a payload; null is both missing and JSON null. */
  record Facts(
      @Nullable Boolean anonymous,
      @Nullable String country,
      @Nullable String region,
      @Nullable String referrer) {}
}
