// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessEntity.Kind;
import io.twinhouse.engine.access.AccessEntity.Quota;
import io.twinhouse.engine.access.quota.EnabledQuota;
import io.twinhouse.engine.access.quota.QuotaInterval;
import io.twinhouse.engine.access.quota.QuotaResource;
import io.twinhouse.engine.access.quota.QuotaUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Quotas and what is used of them as rows of system tables, see {@link AccessListing}. */
public final class QuotaListing {

  private final Entities entities;
  private final EnabledQuota current;

  /**
   * @param current that of the query that asks
   */
  public QuotaListing(Permissions permissions, EnabledQuota current) {
    this.entities = permissions.entities();
    this.current = current;
  }

  /** The rows of one of these tables; null for a table that is not about quotas. */
  public @Nullable List<@Nullable Object[]> rows(String table) {
    return switch (table) {
      case "quotas" -> quotas();
      case "quota_limits" -> limits();
      case "quota_usage" -> usage();
      case "quotas_usage" -> everybodysUsage();
      default -> null;
    };
  }

  private List<@Nullable Object[]> quotas() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (AccessEntity entity : entities.all(Kind.QUOTA)) {
      Quota quota = (Quota) entity;
      List<@Nullable Object> row = new ArrayList<>();
      put(row, "name", quota.name());
      put(row, "id", quota.id());
      put(row, "storage", quota.origin().storage());
      put(row, "keys", quota.key().parts());
      put(row, "durations", quota.intervals().stream().map(QuotaInterval::seconds).toList());
      put(row, "apply_to_all", quota.to().all());
      put(row, "apply_to_list", entities.names(quota.to().ids()));
      put(row, "apply_to_except", entities.names(quota.to().except()));
      rows.add(row.toArray());
    }
    return rows;
  }

  private List<@Nullable Object[]> limits() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (AccessEntity entity : entities.all(Kind.QUOTA)) {
      for (QuotaInterval interval : ((Quota) entity).intervals()) {
        List<@Nullable Object> row = new ArrayList<>();
        put(row, "quota_name", entity.name());
        put(row, "duration", interval.seconds());
        put(row, "is_randomized_interval", interval.randomized());
        limits(row, interval);
        rows.add(row.toArray());
      }
    }
    return rows;
  }

  private static void limits(List<@Nullable Object> row, QuotaInterval interval) {
    for (QuotaResource resource : QuotaResource.values()) {
      Long most = interval.limit(resource);
      put(row, "max_" + resource.word(), most == null ? null : told(resource, most));
    }
  }

  /** Limits that limit nothing are not told of beside what was used. */
  private static void mosts(List<@Nullable Object> row, QuotaInterval interval) {
    for (QuotaResource resource : QuotaResource.values()) {
      Long most = interval.limit(resource);
      @Nullable Object limit = most == null || most == 0 ? null : told(resource, most);
      put(row, "max_" + resource.word(), limit);
    }
  }

  private static Object told(QuotaResource resource, long count) {
    return resource.unit() == 1 ? (Object) count : (Object) (count / (double) resource.unit());
  }

  private List<@Nullable Object[]> usage() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    QuotaUsage usage = current.usage();
    if (usage != null) {
      add(rows, usage, null);
    }
    return rows;
  }

  private List<@Nullable Object[]> everybodysUsage() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    QuotaUsage own = current.usage();
    for (QuotaUsage usage : current.everybodysUsage()) {
      boolean isOwn =
          own != null && own.quota().equals(usage.quota()) && own.key().equals(usage.key());
      add(rows, usage, isOwn);
    }
    return rows;
  }

  /** A row for each interval, or one without figures where there is none. */
  private static void add(
      List<@Nullable Object[]> rows, QuotaUsage usage, @Nullable Boolean isCurrent) {
    if (usage.intervals().isEmpty()) {
      rows.add(beginning(usage, isCurrent).toArray());
    }
    for (QuotaUsage.Used used : usage.intervals()) {
      List<@Nullable Object> row = beginning(usage, isCurrent);
      put(row, "start_time", used.endSeconds() - used.interval().seconds());
      put(row, "end_time", used.endSeconds());
      put(row, "duration", used.interval().seconds());
      Map<QuotaResource, Long> counts = used.counts();
      for (QuotaResource resource : QuotaResource.values()) {
        put(row, resource.word(), told(resource, counts.getOrDefault(resource, 0L)));
      }
      put(row, "failed_sequential_authentications", 0L);
      put(row, "queries_per_normalized_hash", 0L);
      mosts(row, used.interval());
      rows.add(row.toArray());
    }
  }

  private static List<@Nullable Object> beginning(QuotaUsage usage, @Nullable Boolean isCurrent) {
    List<@Nullable Object> row = new ArrayList<>();
    put(row, "quota_name", usage.name());
    put(row, "quota_key", usage.key());
    if (isCurrent != null) {
      put(row, "is_current", isCurrent);
    }
    return row;
  }

  private static void put(List<@Nullable Object> row, String column, @Nullable Object value) {
    row.add(column);
    row.add(value);
  }
}
