// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.access;

import io.twinhouse.engine.access.AccessEntity;
import io.twinhouse.engine.access.AccessListing;
import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.PrivilegeSet;
import io.twinhouse.engine.access.RightsElement;
import io.twinhouse.engine.access.quota.EnabledQuota;
import io.twinhouse.engine.access.quota.QuotaUsage;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.ObjectName;
import io.twinhouse.sql.statement.UserSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SHOW about users and rights: as queries of system tables, or as definitions line by line. */
public final class AccessQueries {

  private final String currentDatabase;
  private final Permissions permissions;
  private final @Nullable EnabledQuota quota;
  private final AccessListing listing;

  private AccessQueries(
      String currentDatabase, Permissions permissions, @Nullable EnabledQuota quota) {
    this.currentDatabase = currentDatabase;
    this.permissions = permissions;
    this.quota = quota;
    this.listing = new AccessListing(permissions);
  }

  /** Null where nobody asks, but the engine itself. */
  public static @Nullable AccessQueries of(PlanningContext context) {
    Permissions permissions = context.permissions();
    return permissions == null
        ? null
        : new AccessQueries(context.bind().database(), permissions, context.quota());
  }

  /** The query that SHOW stands for; null if it is none about access, or has definitions. */
  public static @Nullable String select(Inspection.Show show) {
    return switch (show.subject()) {
      case USERS -> "SELECT name FROM system.users";
      case ROLES -> "SELECT name FROM system.roles";
      case SETTINGS_PROFILES -> "SELECT name FROM system.settings_profiles";
      case CURRENT_ROLES -> "SELECT * FROM system.current_roles";
      case ENABLED_ROLES -> "SELECT * FROM system.enabled_roles";
      case PRIVILEGES -> "SELECT * FROM system.privileges";
      case QUOTAS -> "SELECT name FROM system.quotas";
      case CURRENT_QUOTA -> "SELECT * FROM system.quota_usage";
      case ROW_POLICIES -> policies(show.name());
      default -> null;
    };
  }

  private static String policies(@Nullable String table) {
    if (table == null) {
      return "SELECT name FROM system.row_policies";
    }
    int dot = table.indexOf('.');
    String database = dot < 0 ? "currentDatabase()" : SqlPrinter.string(table.substring(0, dot));
    return "SELECT short_name FROM system.row_policies WHERE database = "
        + database
        + " AND table = "
        + SqlPrinter.string(table.substring(dot + 1));
  }

  /** The lines of SHOW GRANTS and SHOW ACCESS; null for another SHOW. */
  public @Nullable List<String> lines(Inspection.Show show) {
    return switch (show.subject()) {
      case GRANTS -> grants(show);
      case ACCESS -> {
        require("SHOW ACCESS");
        yield listing.everything();
      }
      default -> null;
    };
  }

  private List<String> grants(Inspection.Show show) {
    List<String> lines = new ArrayList<>();
    UserSet users = show.users();
    List<@Nullable String> names = new ArrayList<>();
    if (users == null) {
      names.add(null);
    } else if (users.all()) {
      names.addAll(listing.granteeNames());
    } else {
      List<String> said = users.users().stream().map(AccessStatements::name).sorted().toList();
      said.stream().filter(listing::isUser).forEach(names::add);
      said.stream().filter(name -> !listing.isUser(name)).forEach(names::add);
    }
    for (String name : names) {
      if (name != null && !name.equals(permissions.user())) {
        requireKnown(name);
      }
      boolean implied = show.flags().contains(Inspection.Flag.WITH_IMPLICIT);
      lines.addAll(
          implied || show.flags().contains(Inspection.Flag.FINAL)
              ? listing.effectiveGrants(name, implied)
              : listing.grants(name));
    }
    return lines;
  }

  /** Users may be shown to those who may see users, roles to those who may see roles or have it. */
  private void requireKnown(String name) {
    if (listing.isUser(name)) {
      require("SHOW USERS");
    } else if (!listing.roleNames(true).contains(name)) {
      require("SHOW ROLES");
    }
  }

  /** The lines of SHOW CREATE of users, roles, profiles, policies and quotas. */
  public List<String> definitions(Inspection.ShowCreate show) {
    AccessEntity.Kind kind = AccessEntity.Kind.valueOf(show.kind().name());
    String words = kind.word().toUpperCase(Locale.ROOT);
    require("SHOW " + (words.endsWith("Y") ? words.replace("CY", "CIES") : words + "S"));
    if (kind == AccessEntity.Kind.ROW_POLICY) {
      return listing.createPolicies(
          show.names().stream().map(Identifier::last).toList(),
          database(show.table()),
          table(show));
    }
    if (!show.names().isEmpty()) {
      return show.names().stream().map(name -> listing.create(kind, name.last())).sorted().toList();
    }
    if (kind == AccessEntity.Kind.QUOTA && !show.plural()) {
      QuotaUsage usage = quota == null ? null : quota.usage();
      return usage == null ? List.of() : List.of(listing.create(kind, usage.name()));
    }
    return kind == AccessEntity.Kind.USER && !show.plural()
        ? List.of(listing.createCurrentUser())
        : listing.createAll(kind);
  }

  private @Nullable String database(@Nullable ObjectName table) {
    boolean current = table != null && table.database() == null;
    return table == null ? null : current ? currentDatabase : table.database();
  }

  private static @Nullable String table(Inspection.ShowCreate show) {
    ObjectName table = show.table();
    return table == null ? null : table.table();
  }

  private void require(String privilege) {
    permissions.check(RightsElement.of(PrivilegeSet.of(privilege)));
  }

  /** How the only column of such an answer is called: the statement without its first word. */
  public static String title(Inspection statement, @Nullable String format) {
    String text = SqlPrinter.print(statement).substring("SHOW ".length());
    return format == null ? text : text + " FORMAT " + format;
  }
}
