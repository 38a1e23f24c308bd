// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.metrics;

import static io.twinhouse.engine.mirror.ColumnForm.BOOLEAN;
import static io.twinhouse.engine.mirror.ColumnForm.JSON;
import static io.twinhouse.engine.mirror.ColumnForm.NULLABLE_BOOLEAN;

import io.twinhouse.engine.mirror.ColumnForm;
import io.twinhouse.engine.mirror.MirrorMapping;
import io.twinhouse.engine.type.Quoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The row store's tables that the platform mirrors, with the views that users see of them. */
public final class SyncedTables {

  private static final String TIME = "DateTime64(3, 'UTC')";
  private static final String TIME_OR_NULL = "Nullable(DateTime64(3, 'UTC'))";
  private static final String TEXT_OR_NULL = "Nullable(String)";

  private final Map<MirrorMapping, String> months = new LinkedHashMap<>();

  private SyncedTables() {
    people();
    teams();
    add("email_outboxes", "created_at", EMAIL, List.of("id"), EMAIL_FORMS);
    add(
        "session_replays",
        "started_at",
        "id UUID, user_id UUID, refresh_token_id String, started_at T, last_event_at T, created_at"
            + " T, chunk_count UInt64",
        List.of("id"),
        Map.of());
  }

  private static final String EMAIL =
      "id UUID, status L, simple_status L, created_with L, email_draft_id N,"
          + " email_programmatic_call_template_id N, theme_id N, is_high_priority UInt8,"
          + " is_transactional Nullable(UInt8), subject N, notification_category_id N,"
          + " started_rendering_at M, rendered_at M, render_error N, scheduled_at T, created_at T,"
          + " updated_at T, started_sending_at M, server_error N, delivered_at M, opened_at M,"
          + " clicked_at M, unsubscribed_at M, marked_as_spam_at M, bounced_at M,"
          + " delivery_delayed_at M, can_have_delivery_info Nullable(UInt8), skipped_reason"
          + " LowCardinality(Nullable(String)), skipped_details N, send_retries Int32, is_paused"
          + " UInt8";

  private static final Map<String, ColumnForm> EMAIL_FORMS =
      Map.of(
          "is_high_priority", BOOLEAN,
          "is_paused", BOOLEAN,
          "is_transactional", NULLABLE_BOOLEAN,
          "can_have_delivery_info", NULLABLE_BOOLEAN,
          "skipped_details", JSON);

  /** The mappings, in the order in which a tenancy is mirrored. */
  public static List<MirrorMapping> mappings() {
    return List.copyOf(new SyncedTables().months.keySet());
  }

  /**
   * A script that creates the tables in the current database and the views of live rows over them
   * in another; it may be run again.
   *
   * @param tables the current database
   * @param views the database of the views, which is there
   */
  public static String create(String tables, String views) {
    List<String> script = new ArrayList<>();
    new SyncedTables().months.forEach((mapping, month) -> script.add(mapping.createTable(month)));
    for (MirrorMapping mapping : mappings()) {
      String columns =
          mapping.columns().stream()
              .map(column -> Quoting.name(column.name()))
              .collect(Collectors.joining(", "));
      script.add(
          "CREATE OR REPLACE VIEW "
              + Quoting.name(views)
              + "."
              + Quoting.name(mapping.table())
              + " AS SELECT "
              + columns
              + " FROM "
              + Quoting.name(tables)
              + "."
              + Quoting.name(mapping.table())
              + " FINAL WHERE sync_is_deleted = 0");
    }
    return String.join(";\n", script);
  }

  private void people() {
    Map<String, ColumnForm> user =
        Map.of(
            "client_metadata", JSON,
            "client_read_only_metadata", JSON,
            "server_metadata", JSON,
            "primary_email_verified", BOOLEAN,
            "is_anonymous", BOOLEAN,
            "restricted_by_admin", BOOLEAN);
    add(
        "users",
        "signed_up_at",
        "id UUID, display_name N, profile_image_url N, primary_email N, primary_email_verified"
            + " UInt8, signed_up_at T, client_metadata String, client_read_only_metadata String,"
            + " server_metadata String, is_anonymous UInt8, restricted_by_admin UInt8,"
            + " restricted_by_admin_reason N, restricted_by_admin_private_details N",
        List.of("id"),
        user);
    add(
        "contact_channels",
        "created_at",
        "id UUID, user_id UUID, type L, value String, is_primary UInt8, is_verified UInt8,"
            + " used_for_auth UInt8, created_at T",
        List.of("id"),
        Map.of("is_primary", BOOLEAN, "is_verified", BOOLEAN, "used_for_auth", BOOLEAN));
    add(
        "project_permissions",
        "created_at",
        "user_id UUID, id String, created_at T",
        List.of("user_id", "id"),
        Map.of());
    add(
        "notification_preferences",
        "",
        "user_id UUID, notification_category_id String, enabled UInt8",
        List.of("user_id", "notification_category_id"),
        Map.of("enabled", BOOLEAN));
    add(
        "refresh_tokens",
        "created_at",
        "id UUID, user_id UUID, created_at T, last_used_at T, is_impersonation UInt8, expires_at M",
        List.of("id"),
        Map.of("is_impersonation", BOOLEAN));
    add(
        "connected_accounts",
        "created_at",
        "user_id UUID, provider String, provider_account_id String, created_at T",
        List.of("user_id", "provider", "provider_account_id"),
        Map.of());
  }

  private void teams() {
    add(
        "teams",
        "created_at",
        "id UUID, display_name String, profile_image_url N, created_at T, client_metadata String,"
            + " client_read_only_metadata String, server_metadata String",
        List.of("id"),
        Map.of(
            "client_metadata", JSON, "client_read_only_metadata", JSON, "server_metadata", JSON));
    add(
        "team_member_profiles",
        "created_at",
        "team_id UUID, user_id UUID, display_name N, profile_image_url N, created_at T",
        List.of("team_id", "user_id"),
        Map.of());
    add(
        "team_permissions",
        "created_at",
        "team_id UUID, user_id UUID, id String, created_at T",
        List.of("team_id", "user_id", "id"),
        Map.of());
    add(
        "team_invitations",
        "created_at",
        "id UUID, team_id UUID, team_display_name String, recipient_email String,"
            + " expires_at_millis Int64, created_at T",
        List.of("id"),
        Map.of());
  }

  /**
   * Adds a mapping.
   *
   * @param columns with T, M, N and L for the types that most columns have
   */
  private void add(
      String name, String month, String columns, List<String> key, Map<String, ColumnForm> forms) {
    String declared =
        columns
            .replaceAll(" T(?=,|$)", " " + TIME)
            .replaceAll(" M(?=,|$)", " " + TIME_OR_NULL)
            .replaceAll(" N(?=,|$)", " " + TEXT_OR_NULL)
            .replaceAll(" L(?=,|$)", " LowCardinality(String)");
    months.put(MirrorMapping.of(name, declared, key, forms), month);
  }
}
