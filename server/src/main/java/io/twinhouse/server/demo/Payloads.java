// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.demo;

import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Writes payloads as the collecting back end does, gaps included. */
final class Payloads {

  /** How a flag stands in the payload. */
  enum FlagForm {
    BOOLEAN,
    NUMBER,
    NULL,
    MISSING
  }

  private Payloads() {}

  static String tokenRefresh(
      Event.Actor actor, boolean anonymous, FlagForm form, @Nullable Place place, int gap) {
    StringBuilder json = new StringBuilder(260);
    json.append("{\"refresh_token_id\":\"").append(actor.refreshToken()).append('"');
    flag(json, anonymous, form);
    if (place == null) {
      return json.append(gap == 0 ? "}" : ",\"ip_info\":null}").toString();
    }
    json.append(",\"ip_info\":{\"ip\":\"203.0.113.")
        .append(1 + gap)
        .append("\",\"is_trusted\":true");
    if (gap == 0) {
      json.append(",\"country_code\":null,\"region_code\":null");
    } else if (gap > 1) {
      json.append(",\"country_code\":\"").append(place.country()).append('"');
      json.append(",\"region_code\":\"").append(place.region()).append('"');
    }
    json.append(",\"city_name\":\"").append(place.city()).append('"');
    json.append(String.format(Locale.ROOT, ",\"latitude\":%.2f", place.latitude()));
    json.append(String.format(Locale.ROOT, ",\"longitude\":%.2f", place.longitude()));
    return json.append(",\"tz_identifier\":\"").append(place.zone()).append("\"}}").toString();
  }

  static String pageView(
      int page, @Nullable String referrer, boolean anonymous, FlagForm form, int width) {
    StringBuilder json = new StringBuilder(200);
    path(json, page);
    if (referrer != null) {
      json.append(",\"referrer\":\"").append(referrer).append('"');
    }
    flag(json, anonymous, form);
    json.append(",\"viewport_width\":").append(width);
    return json.append(",\"viewport_height\":").append(width * 5 / 8).append('}').toString();
  }

  static String click(int page, boolean anonymous, FlagForm form, SplittableRandom random) {
    StringBuilder json = new StringBuilder(200);
    path(json, page);
    flag(json, anonymous, form);
    int element = random.nextInt(50);
    json.append(",\"element\":{\"tag\":\"button\",\"id\":\"action-").append(element);
    json.append("\",\"text\":\"Do it\"},\"x\":").append(random.nextInt(1280));
    return json.append(",\"y\":").append(random.nextInt(4000)).append('}').toString();
  }

  static String signUpRule(Event.Actor actor, int rule) {
    return "{\"project_id\":\""
        + actor.project()
        + "\",\"branch_id\":\""
        + actor.branch()
        + "\",\"rule_id\":\"rule-"
        + rule
        + "\",\"action\":\"allow\",\"auth_method\":\"oauth\"}";
  }

  private static void path(StringBuilder json, int page) {
    json.append("{\"path\":\"/page/").append(page).append('"');
    json.append(",\"url\":\"https://app.example.com/page/").append(page).append('"');
  }

  private static void flag(StringBuilder json, boolean anonymous, FlagForm form) {
    switch (form) {
      case BOOLEAN -> json.append(",\"is_anonymous\":").append(anonymous);
      case NUMBER -> json.append(",\"is_anonymous\":").append(anonymous ? 1 : 0);
      case NULL -> json.append(",\"is_anonymous\":null");
      case MISSING -> {
        // nothing is written
      }
    }
  }
}
