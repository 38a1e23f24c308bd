// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done to tables besides ALTER. */
public sealed interface TableCommand extends Statement
    permits TableCommand.Rename,
        TableCommand.Exchange,
        TableCommand.Optimize,
        TableCommand.Delete,
        TableCommand.Update,
        TableCommand.Check {

  /** What has a name. */
  enum Kind {
    TABLE,
    DATABASE,
    DICTIONARY
  }

  /** An old name and a new one. */
  record Pair(Identifier from, Identifier to) {}

  /** {@code RENAME TABLE a TO b, c TO d}. */
  record Rename(
      Position position, Kind kind, boolean ifExists, List<Pair> pairs, @Nullable String cluster)
      implements TableCommand {
    public Rename {
      pairs = List.copyOf(pairs);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.rename(this);
    }
  }

  /** {@code EXCHANGE TABLES a AND b}. */
  record Exchange(Position position, Kind kind, Pair pair, @Nullable String cluster)
      implements TableCommand {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.exchange(this);
    }
  }

  /**
   * {@code OPTIMIZE TABLE}.
   *
   * @param isFinal FINAL
   * @param deduplicateBy columns and column sets; empty for all columns
   */
  record Optimize(
      Position position,
      Identifier table,
      @Nullable String cluster,
      @Nullable Partition partition,
      boolean isFinal,
      boolean cleanup,
      boolean deduplicate,
      List<Expr> deduplicateBy)
      implements TableCommand {
    public Optimize {
      deduplicateBy = List.copyOf(deduplicateBy);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.optimize(this);
    }
  }

  /** {@code DELETE FROM t WHERE ...}. */
  record Delete(
      Position position,
      Identifier table,
      @Nullable String cluster,
      @Nullable Partition partition,
      Expr where,
      List<SettingChange> settings)
      implements TableCommand {
    public Delete {
      settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.delete(this);
    }
  }

  /** {@code UPDATE t SET a = 1 WHERE ...}. */
  record Update(
      Position position,
      Identifier table,
      @Nullable String cluster,
      List<Assignment> assignments,
      @Nullable Partition partition,
      Expr where,
      List<SettingChange> settings)
      implements TableCommand {
    public Update {
      assignments = List.copyOf(assignments);
      settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.update(this);
    }
  }

  /** {@code CHECK TABLE t}; {@code CHECK ALL TABLES} has no table. */
  record Check(Position position, @Nullable Identifier table, @Nullable Partition partition)
      implements TableCommand {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.check(this);
    }
  }
}
