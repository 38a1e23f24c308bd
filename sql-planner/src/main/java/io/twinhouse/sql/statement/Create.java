// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SettingChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CREATE in all its kinds. */
public sealed interface Create extends Statement
    permits Create.Table,
        Create.View,
        Create.Database,
        Create.User,
        Create.Role,
        Create.Profile,
        Create.RowPolicy,
        Create.Quota,
        Create.Dictionary,
        Create.Function {

  /** What if there is one already, and where it comes from. */
  enum Mode {
    CREATE,
    CREATE_IF_NOT_EXISTS,
    CREATE_OR_REPLACE,
    REPLACE,
    ATTACH,
    ATTACH_IF_NOT_EXISTS,
    /** ALTER of a user, role, profile, policy or quota, which says the same as CREATE. */
    ALTER,
    ALTER_IF_EXISTS
  }

  /**
   * A table.
   *
   * @param uuid null when not given
   * @param cluster {@code ON CLUSTER}; null for none
   * @param elements null when there are no brackets
   * @param like what its columns or rows are taken from; null for none
   */
  record Table(
      Position position,
      Mode mode,
      boolean temporary,
      Identifier name,
      @Nullable String uuid,
      @Nullable String cluster,
      @Nullable TableElements elements,
      Storage storage,
      @Nullable Like like,
      @Nullable String comment)
      implements Create {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createTable(this);
    }
  }

  /** What a table is made from. */
  sealed interface Like permits LikeQuery, LikeTable, LikeFunction {}

  /** {@code AS SELECT ...}; {@code empty}: its columns only. */
  record LikeQuery(Query query, boolean empty) implements Like {}

  /** {@code AS t}; {@code CLONE AS t} if its rows are wanted too. */
  record LikeTable(Identifier table, boolean withRows) implements Like {}

  /** {@code AS f(...)}. */
  record LikeFunction(Call call) implements Like {}

  /**
   * A view.
   *
   * @param elements columns in brackets; null for none
   * @param to where a materialized view writes; null for none
   * @param toElements columns behind that table's name; null for none
   * @param populate POPULATE
   * @param empty {@code EMPTY AS}
   * @param security null when nothing was said
   */
  record View(
      Position position,
      Mode mode,
      boolean materialized,
      Identifier name,
      @Nullable String cluster,
      @Nullable TableElements elements,
      @Nullable Identifier to,
      @Nullable TableElements toElements,
      Storage storage,
      boolean populate,
      boolean empty,
      @Nullable ViewSecurity security,
      Query query,
      @Nullable String comment)
      implements Create {
    /** The same view with other columns in brackets; null for none. */
    public View withColumns(@Nullable TableElements other) {
      return new View(
          position,
          mode,
          materialized,
          name,
          cluster,
          other,
          to,
          toElements,
          storage,
          populate,
          empty,
          security,
          query,
          comment);
    }

    /** The same view of another query. */
    public View withQuery(Query other) {
      return new View(
          position,
          mode,
          materialized,
          name,
          cluster,
          elements,
          to,
          toElements,
          storage,
          populate,
          empty,
          security,
          other,
          comment);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createView(this);
    }
  }

  /** A database. */
  record Database(
      Position position,
      Mode mode,
      String name,
      @Nullable String cluster,
      @Nullable Call engine,
      List<SettingChange> settings,
      @Nullable String comment)
      implements Create {
    public Database {
      settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createDatabase(this);
    }
  }

  /**
   * Users, who all get the same.
   *
   * @param newName RENAME TO of ALTER; null for none
   * @param authentication null when nothing was said
   * @param hosts from where they may come; empty when nothing was said
   * @param defaultRoles null when nothing was said
   * @param validUntil null for ever
   * @param settings null when nothing was said, empty for NONE
   */
  record User(
      Position position,
      Mode mode,
      List<UserName> names,
      @Nullable String newName,
      @Nullable String cluster,
      @Nullable Authentication authentication,
      List<Host> hosts,
      @Nullable UserSet defaultRoles,
      @Nullable String defaultDatabase,
      @Nullable UserSet grantees,
      @Nullable String validUntil,
      @Nullable List<SettingRule> settings)
      implements Create {
    public User {
      names = List.copyOf(names);
      hosts = List.copyOf(hosts);
      settings = settings == null ? null : List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createUser(this);
    }
  }

  /**
   * {@code IDENTIFIED WITH method BY 'secret'}.
   *
   * @param method null for the server's default
   * @param secret null for no_password
   */
  record Authentication(@Nullable String method, @Nullable String secret, @Nullable String salt) {
    @Override
    public String toString() {
      return "Authentication[" + method + "]";
    }
  }

  /** {@code HOST kind 'value'}; the value is null for ANY, LOCAL and NONE. */
  record Host(HostKind kind, @Nullable String value) {}

  /** How a host is told. */
  enum HostKind {
    ANY,
    LOCAL,
    NONE,
    NAME,
    REGEXP,
    IP,
    LIKE
  }

  /**
   * A setting with what a user may do to it, or a profile.
   *
   * @param profile name of a profile; null for a setting
   * @param setting null for a profile
   * @param value null when only the bounds are given
   * @param writability CONST, READONLY, WRITABLE or CHANGEABLE_IN_READONLY; null when not given
   */
  record SettingRule(
      @Nullable String profile,
      @Nullable String setting,
      @Nullable Expr value,
      @Nullable Expr min,
      @Nullable Expr max,
      @Nullable String writability) {}

  /**
   * Settings profiles.
   *
   * @param to null when nothing was said
   */
  record Profile(
      Position position,
      Mode mode,
      List<String> names,
      @Nullable String newName,
      @Nullable String cluster,
      @Nullable List<SettingRule> settings,
      @Nullable UserSet to)
      implements Create {
    public Profile {
      names = List.copyOf(names);
      settings = settings == null ? null : List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createProfile(this);
    }
  }

  /** Roles. */
  record Role(
      Position position,
      Mode mode,
      List<UserName> names,
      @Nullable String newName,
      @Nullable String cluster,
      @Nullable List<SettingRule> settings)
      implements Create {
    public Role {
      names = List.copyOf(names);
      settings = settings == null ? null : List.copyOf(settings);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createRole(this);
    }
  }

  /**
   * Row policies.
   *
   * @param tables where they hold; a table named {@code *} means all of the database
   * @param restrictive a row must pass all restrictive ones and one permissive; null when not given
   * @param using which rows are seen; null when not given
   * @param to null when not given
   */
  record RowPolicy(
      Position position,
      Mode mode,
      List<String> names,
      @Nullable String newName,
      @Nullable String cluster,
      List<ObjectName> tables,
      @Nullable Boolean restrictive,
      @Nullable Expr using,
      @Nullable UserSet to)
      implements Create {
    public RowPolicy {
      names = List.copyOf(names);
      tables = List.copyOf(tables);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createRowPolicy(this);
    }
  }

  /**
   * Quotas.
   *
   * @param key the name of what tells accounts apart, {@code none} for NOT KEYED; null when not
   *     given
   * @param intervals what is said of each
   * @param to null when not given
   */
  record Quota(
      Position position,
      Mode mode,
      List<String> names,
      @Nullable String newName,
      @Nullable String cluster,
      @Nullable String key,
      List<QuotaInterval> intervals,
      @Nullable UserSet to)
      implements Create {
    public Quota {
      names = List.copyOf(names);
      intervals = List.copyOf(intervals);
    }

    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createQuota(this);
    }
  }

  /**
   * {@code FOR INTERVAL 1 hour MAX queries = 10}.
   *
   * @param dropped NO LIMITS
   * @param limits none for TRACKING ONLY
   */
  record QuotaInterval(long seconds, boolean randomized, boolean dropped, List<QuotaLimit> limits) {
    public QuotaInterval {
      limits = List.copyOf(limits);
    }
  }

  /** The most of a resource, as a number or a text with a suffix. */
  record QuotaLimit(String resource, Expr most) {}

  /**
   * A function of the user's own, which stands for an expression.
   *
   * @param body a lambda, if the statement makes sense
   */
  record Function(Position position, Mode mode, String name, @Nullable String cluster, Expr body)
      implements Create {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createFunction(this);
    }
  }

  /** A dictionary. */
  record Dictionary(
      Position position,
      Mode mode,
      Identifier name,
      @Nullable String cluster,
      @Nullable DictionaryBody body)
      implements Create {
    @Override
    public <R> R accept(StatementVisitor<R> visitor) {
      return visitor.createDictionary(this);
    }
  }
}
