// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.PrivilegeSet;
import io.twinhouse.engine.access.RightsElement;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of the catalog the asking user may know of. */
final class Visible {

  private static final PrivilegeSet DATABASES = PrivilegeSet.of("SHOW DATABASES");
  private static final PrivilegeSet TABLES = PrivilegeSet.of("SHOW TABLES");
  private static final PrivilegeSet COLUMNS = PrivilegeSet.of("SHOW COLUMNS");

  /** Null for everything. */
  private final @Nullable Permissions limits;

  private Visible(@Nullable Permissions limits) {
    this.limits = limits;
  }

  static Visible of(PlanningContext context) {
    Permissions permissions = context.permissions();
    boolean all = permissions == null || permissions.allows(RightsElement.of(COLUMNS));
    return new Visible(all ? null : permissions);
  }

  boolean database(String name) {
    return limits == null || limits.allows(RightsElement.of(DATABASES, name));
  }

  boolean table(TableName name) {
    return limits == null || limits.allows(RightsElement.of(TABLES, name.database(), name.table()));
  }

  boolean column(TableName table, String name) {
    return limits == null
        || limits.allows(
            RightsElement.of(COLUMNS, table.database(), table.table()).onColumns(List.of(name)));
  }
}
