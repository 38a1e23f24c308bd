// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.spi.PartitionChange;
import io.twinhouse.engine.spi.PartitionChange.Kind;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.Partition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans what ALTER TABLE does to whole partitions. */
final class PartitionPlanner {

  private final PlanningContext context;
  private final Map<String, String> settings;

  PartitionPlanner(PlanningContext context, Map<String, String> settings) {
    this.context = context;
    this.settings = settings;
  }

  /** The step of an action; null if it is about something else. */
  Statement.@Nullable ChangePartition step(TableName table, AlterAction action) {
    PartitionChange change = null;
    if (action instanceof AlterAction.ChangePartition one) {
      change = change(one);
    } else if (action instanceof AlterAction.CopyPartition copy) {
      Kind kind = copy.replace() ? Kind.REPLACE : Kind.COPY;
      if (copy.replace()) {
        refuseAll(copy.partition());
      }
      TableName from = other(copy.from());
      change = PartitionChange.with(kind, MergePlanner.choice(copy.partition()), from);
    } else if (action instanceof AlterAction.MovePartition move) {
      change = move(move);
    } else if (action instanceof AlterAction.FetchPartition) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "FETCH PARTITION is not supported by storage MergeTree");
    }
    return change == null ? null : new Statement.ChangePartition(table, change);
  }

  private PartitionChange change(AlterAction.ChangePartition change) {
    Kind kind =
        switch (change.command()) {
          case ATTACH -> Kind.ATTACH;
          case DETACH -> Kind.DETACH;
          case DROP -> Kind.DROP;
          case DROP_DETACHED -> Kind.DROP_DETACHED;
          case FREEZE -> Kind.FREEZE;
          case UNFREEZE -> Kind.UNFREEZE;
          case FORGET -> throw StatementPreparer.notImplemented("FORGET PARTITION");
        };
    boolean allowed = "1".equals(settings.get("allow_drop_detached"));
    if (kind == Kind.DROP_DETACHED && !allowed) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "Cannot execute query: DROP DETACHED PART is disabled (see allow_drop_detached"
              + " setting).");
    }
    Partition which = change.partition();
    if (kind == Kind.FREEZE || kind == Kind.UNFREEZE) {
      return copy(kind, which, change.name());
    }
    return PartitionChange.of(
        kind, which == null ? PartitionChoice.ALL : MergePlanner.choice(which));
  }

  /** FREEZE and UNFREEZE. */
  private PartitionChange copy(Kind kind, @Nullable Partition which, @Nullable String name) {
    if (which != null) {
      refuseAll(which);
    }
    if ("1".equals(settings.get("alter_partition_verbose_result"))) {
      throw StatementPreparer.notImplemented("Setting alter_partition_verbose_result of " + kind);
    }
    PartitionChoice parts = which == null ? PartitionChoice.ALL : MergePlanner.choice(which);
    return new PartitionChange(kind, parts, null, name);
  }

  private PartitionChange move(AlterAction.MovePartition move) {
    if (move.toTable() == null) {
      String target = move.toDisk() == null ? move.toVolume() : move.toDisk();
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_DISK,
          "The embedded store has one place for parts, they cannot be moved to " + target);
    }
    refuseAll(move.partition());
    TableName to = other(move.toTable());
    return PartitionChange.with(Kind.MOVE, MergePlanner.choice(move.partition()), to);
  }

  /** The other table, which must keep parts itself. */
  private TableName other(Identifier identifier) {
    TableName name = CatalogQueries.name(identifier, context);
    if (!CatalogQueries.followed(name, context).equals(name)) {
      throw StatementPreparer.notImplemented("A partition of the table of engine Alias " + name);
    }
    return name;
  }

  private static void refuseAll(Partition partition) {
    if (partition instanceof Partition.All) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "Only support DROP/DETACH/ATTACH PARTITION ALL currently.");
    }
  }

  /** CLEAR COLUMN in one partition. */
  static Statement.ChangePartition clear(TableName table, String column, Partition partition) {
    PartitionChoice which = MergePlanner.choice(partition);
    return new Statement.ChangePartition(
        table, new PartitionChange(Kind.CLEAR_COLUMN, which, null, column));
  }
}
