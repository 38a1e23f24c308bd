// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a plan took from the catalog: while it is all the same, the plan may be used again. */
public final class PlanDependencies {

  /** A table as it was found. */
  private record Found(Table table, TableDefinition definition) {}

  private final Map<TableName, Optional<Found>> tables = new HashMap<>();
  private final Map<TableName, Optional<ViewDefinition>> views = new HashMap<>();
  private final Set<String> notTemporary = new HashSet<>();
  private final Set<TableName> systemTables = new LinkedHashSet<>();
  private final Set<TableName> tablesRead = new LinkedHashSet<>();
  private final Set<TableName> viewsRead = new LinkedHashSet<>();
  private boolean reusable = true;

  PlanDependencies() {}

  /** Says that the plan holds something of this moment: a system table's rows, the time. */
  public void refuseReuse() {
    reusable = false;
  }

  /** Whether the plan may be used again at all. */
  public boolean isReusable() {
    return reusable;
  }

  /** Notes down a table of the server's own that a query reads. */
  public void readSystem(TableName name) {
    systemTables.add(name);
    refuseReuse();
  }

  /** Notes down a table that a query reads with the rights of who asks. */
  public void readTable(TableName name) {
    tablesRead.add(name);
  }

  /** Notes down a view that a query reads with the rights of who asks. */
  public void readView(TableName name) {
    viewsRead.add(name);
  }

  public Set<TableName> systemTables() {
    return systemTables;
  }

  public Set<TableName> tablesRead() {
    return tablesRead;
  }

  public Set<TableName> viewsRead() {
    return viewsRead;
  }

  Optional<Table> table(Storage storage, TableName name) {
    Optional<Table> table = storage.table(name);
    tables.put(name, table.map(t -> new Found(t, t.definition())));
    return table;
  }

  Optional<ViewDefinition> view(Storage storage, TableName name) {
    Optional<ViewDefinition> view = storage.view(name);
    views.put(name, view);
    return view;
  }

  /** Whether a name means a temporary table, which is of one session: such plans are not kept. */
  boolean isTemporary(Storage storage, String name) {
    if (storage.hasTemporary(name)) {
      refuseReuse();
      return true;
    }
    notTemporary.add(name);
    return false;
  }

  /** Whether {@code storage} still has the same tables and views under the names that were met. */
  public boolean hold(Storage storage) {
    if (notTemporary.stream().anyMatch(storage::hasTemporary)) {
      return false;
    }
    for (Map.Entry<TableName, Optional<Found>> entry : tables.entrySet()) {
      Table now = storage.table(entry.getKey()).orElse(null);
      Found then = entry.getValue().orElse(null);
      boolean same =
          then == null
              ? now == null
              : now == then.table() && now.definition().equals(then.definition());
      if (!same) {
        return false;
      }
    }
    return views.entrySet().stream()
        .allMatch(entry -> storage.view(entry.getKey()).equals(entry.getValue()));
  }
}
