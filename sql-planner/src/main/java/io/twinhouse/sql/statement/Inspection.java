// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about what there is. */
public sealed interface Inspection extends Statement
    permits Inspection.Show,
        Inspection.ShowCreate,
        Inspection.Describe,
        Inspection.Exists,
        Inspection.CheckGrant,
        Inspection.Explain {

  /** {@code CHECK GRANT}: whether the asking user has rights. */
  record CheckGrant(Position position, List<Grant.Privilege> privileges) implements Inspection {
    public CheckGrant {
      privileges = List.copyOf(privileges);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.checkGrant(this);
    }
  }

  /** What SHOW lists. */
  enum Subject {
    DATABASES,
    TABLES,
    DICTIONARIES,
    COLUMNS,
    INDEXES,
    PROCESSLIST,
    GRANTS,
    USERS,
    ROLES,
    CURRENT_ROLES,
    ENABLED_ROLES,
    ROW_POLICIES,
    QUOTAS,
    CURRENT_QUOTA,
    SETTINGS,
    SETTING,
    SETTINGS_PROFILES,
    ENGINES,
    FUNCTIONS,
    CLUSTERS,
    CLUSTER,
    ACCESS,
    PRIVILEGES,
    MERGES,
    FILESYSTEM_CACHES
  }

  /** Words that change what SHOW lists. */
  enum Flag {
    FULL,
    EXTENDED,
    TEMPORARY,
    CHANGED,
    WITH_IMPLICIT,
    FINAL
  }

  /**
   * SHOW.
   *
   * @param database {@code FROM db}; null for the current one
   * @param name the table, setting or cluster; null for none
   * @param filter null for everything
   * @param limit null for everything
   * @param users {@code FOR users} of SHOW GRANTS; null for the current one
   */
  record Show(
      Position position,
      Subject subject,
      Set<Flag> flags,
      @Nullable String database,
      @Nullable String name,
      @Nullable Filter filter,
      @Nullable Expr limit,
      @Nullable UserSet users)
      implements Inspection {
    public Show {
      flags = Set.copyOf(flags);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.show(this);
    }
  }

  /** Which of them. */
  sealed interface Filter permits Like, Where {}

  /** {@code [NOT] LIKE 'pattern'}, ILIKE if case does not matter. */
  record Like(boolean negated, boolean ignoreCase, String pattern) implements Filter {}

  /** {@code WHERE expression}. */
  record Where(Expr condition) implements Filter {}

  /** What has a definition. */
  enum Kind {
    TABLE,
    VIEW,
    DICTIONARY,
    DATABASE,
    USER,
    ROLE,
    ROW_POLICY,
    SETTINGS_PROFILE,
    QUOTA
  }

  /**
   * SHOW CREATE.
   *
   * @param names one for all but users, roles and policies; those may have more, or none, which
   *     means the current user, all roles or all policies
   * @param table of row policies; null for none
   * @param plural {@code SHOW CREATE USERS}: all of them
   */
  record ShowCreate(
      Position position,
      Kind kind,
      boolean temporary,
      List<Identifier> names,
      @Nullable ObjectName table,
      boolean plural)
      implements Inspection {
    public ShowCreate {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.showCreate(this);
    }
  }

  /** DESCRIBE of a table, a table function or a query. */
  record Describe(Position position, FromItem.Table table) implements Inspection {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.describe(this);
    }
  }

  /** EXISTS. */
  record Exists(Position position, Kind kind, boolean temporary, Identifier name)
      implements Inspection {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.exists(this);
    }
  }

  /** What EXPLAIN explains. */
  enum Explained {
    PLAN,
    AST,
    SYNTAX,
    QUERY_TREE,
    PIPELINE,
    ESTIMATE,
    ANALYZE
  }

  /** EXPLAIN with its settings. */
  record Explain(
      Position position, Explained what, List<SettingChange> settings, Statement statement)
      implements Inspection {
    public Explain {
      settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.explain(this);
    }
  }
}
