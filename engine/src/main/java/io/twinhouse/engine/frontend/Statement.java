// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import io.twinhouse.engine.access.AccessChange;
import io.twinhouse.engine.access.NameSet;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.file.Infile;
import io.twinhouse.engine.file.Outfile;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.Mutation;
import io.twinhouse.engine.spi.PartitionChange;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.engine.spi.TableAlteration;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A prepared statement: what the engine is to do. Immutable. */
public sealed interface Statement {

  /**
   * A query for the engine's operators.
   *
   * @param format of the FORMAT clause, or null
   * @param settings of the SETTINGS clause
   * @param charge what quotas count of it
   */
  record Query(
      QueryPlan plan,
      Schema schema,
      @Nullable String format,
      Map<String, String> settings,
      List<Note> notes,
      Charge charge)
      implements Statement {

    public Query {
      settings = Map.copyOf(settings);
      notes = List.copyOf(notes);
    }
  }

  /** What quotas count of a query, beside its errors. */
  enum Charge {
    /** One query, one SELECT, what it reads, and its result. */
    SELECT,
    /** One query and its result: it tells of what there is. */
    STATEMENT,
    /** Nothing: it reads no table, or tells of quotas and rights. */
    NOTHING
  }

  /** A query whose rows go to a file. */
  record Export(Query query, Outfile file) implements Statement {}

  /**
   * EXPLAIN ANALYZE and EXPLAIN ESTIMATE: a query to be run, in full or over samples, for its
   * figures.
   *
   * @param estimate whether what the query would take is to be told from samples
   */
  record Measure(Query query, boolean estimate) implements Statement {}

  /**
   * SQL for a house that runs it itself; covers statements without a result too.
   *
   * @param sql rendered, or the text as it came where nothing was to be rewritten
   * @param parts plans the query anew for a house that lacks a function: as much as it can run goes
   *     to it, the rest runs here; null for a statement that can't be taken apart
   */
  record Remote(
      String sql,
      @Nullable String format,
      Map<String, String> settings,
      List<Note> notes,
      @Nullable Supplier<Statement> parts)
      implements Statement {

    public Remote {
      settings = Map.copyOf(settings);
      notes = List.copyOf(notes);
    }
  }

  /**
   * CREATE TABLE.
   *
   * @param fill the plan of AS SELECT; null without
   * @param cloned the table whose rows are copied; null without
   */
  record CreateTable(
      TableDefinition definition,
      boolean ifNotExists,
      boolean replace,
      @Nullable QueryPlan fill,
      @Nullable TableName cloned)
      implements Statement {}

  /** CREATE VIEW. */
  record CreateView(ViewDefinition definition, boolean ifNotExists, boolean replace)
      implements Statement {}

  /**
   * CREATE MATERIALIZED VIEW.
   *
   * @param inner the table that comes with it, null when it writes to another
   * @param fill the rows it begins with, null for none
   */
  record CreateMaterialized(
      ViewDefinition definition,
      @Nullable TableDefinition inner,
      @Nullable QueryPlan fill,
      boolean ifNotExists)
      implements Statement {}

  /** CREATE DATABASE. */
  record CreateDatabase(String name, boolean ifNotExists) implements Statement {}

  /** DROP DATABASE. */
  record DropDatabase(String name, boolean ifExists) implements Statement {}

  /**
   * DROP TABLE or VIEW.
   *
   * @param ifEmpty only what has no rows
   */
  record Drop(List<TableName> names, boolean ifExists, boolean ifEmpty) implements Statement {
    public Drop {
      names = List.copyOf(names);
    }
  }

  /** TRUNCATE TABLE. */
  record Truncate(List<TableName> names, boolean ifExists) implements Statement {
    public Truncate {
      names = List.copyOf(names);
    }
  }

  /** One or more changes of tables, done in order. */
  record Alter(List<Step> steps) implements Statement {
    public Alter {
      steps = List.copyOf(steps);
    }

    /** One change. */
    public sealed interface Step {}
  }

  /** A new definition. */
  record Redefine(TableAlteration alteration) implements Alter.Step {}

  /**
   * Rows deleted or changed.
   *
   * @param queries whether sub-queries stand in the mutation's expressions
   */
  record Mutate(TableName name, Mutation mutation, boolean queries) implements Alter.Step {}

  /**
   * What mutations of the steps before are put down as.
   *
   * @param commands as the server prints them
   */
  record NoteMutation(TableName name, List<String> commands) implements Alter.Step {
    public NoteMutation {
      commands = List.copyOf(commands);
    }
  }

  /** DROP PARTITION and the like. */
  record ChangePartition(TableName name, PartitionChange change) implements Alter.Step {}

  /** MATERIALIZE TTL. */
  record MaterializeTtl(TableName name) implements Alter.Step {}

  /** DETACH TABLE. */
  record Detach(TableName name, boolean permanently) implements Alter.Step {}

  /** ATTACH TABLE by its name. */
  record Attach(TableName name) implements Alter.Step {}

  /** RENAME TABLE. */
  record Rename(TableName from, TableName to) implements Alter.Step {}

  /** RENAME DATABASE. */
  record RenameDatabase(String from, String to) implements Alter.Step {}

  /** EXCHANGE TABLES. */
  record Exchange(TableName left, TableName right) implements Alter.Step {}

  /** OPTIMIZE TABLE. */
  record Optimize(TableName name, MergeRequest request) implements Statement {}

  /**
   * CHECK TABLE and CHECK ALL TABLES.
   *
   * @param tables to be checked one after the other
   * @param everywhere whether each row names its table
   * @param single whether one row says if all is well
   * @param format of the FORMAT clause, or null
   * @param settings of the SETTINGS clause, as text
   */
  record Check(
      List<TableName> tables,
      PartitionChoice which,
      boolean everywhere,
      boolean single,
      @Nullable String format,
      Map<String, String> settings)
      implements Statement {
    public Check {
      tables = List.copyOf(tables);
      settings = Map.copyOf(settings);
    }
  }

  /**
   * SYSTEM STOP MERGES and SYSTEM START MERGES.
   *
   * @param name null for all tables
   * @param allowed whether parts are merged from now on
   */
  record AllowMerges(@Nullable TableName name, boolean allowed) implements Statement {}

  /**
   * SYSTEM RELOAD DICTIONARY and DICTIONARIES.
   *
   * @param names empty for all that were read before
   */
  record ReloadLookups(List<TableName> names) implements Statement {
    public ReloadLookups {
      names = List.copyOf(names);
    }
  }

  /**
   * INSERT.
   *
   * @param source rows to insert, already of the columns' types; null when data follows
   * @param files that the data are in; null when they follow
   * @param format of the data that follows, null with a source that does not read them
   * @param inlineData data that stood behind the statement's text, null if it comes apart
   * @param repeatable whether the same statement over the same data gives its rows in one order
   */
  record Insert(
      TableName table,
      List<String> columns,
      @Nullable QueryPlan source,
      @Nullable Infile files,
      @Nullable String format,
      byte @Nullable [] inlineData,
      Map<String, String> settings,
      boolean repeatable)
      implements Statement {

    public Insert {
      columns = List.copyOf(columns);
      settings = Map.copyOf(settings);
    }

    /** Of what a query gives, in any order. */
    public static Insert of(TableName table, List<String> columns, QueryPlan source) {
      return new Insert(table, columns, source, null, null, null, Map.of(), false);
    }
  }

  /**
   * USE.
   *
   * @param virtual whether the front end itself answers for the database, no house has it
   */
  record Use(String database, boolean virtual) implements Statement {}

  /**
   * Statements without results, each run whatever becomes of the others.
   *
   * @param texts of the statements; what they mean is found out when their turn comes
   */
  record Several(List<String> texts) implements Statement {
    public Several {
      texts = List.copyOf(texts);
    }
  }

  /** CREATE, ALTER and DROP of users, roles, profiles and policies; GRANT and REVOKE. */
  record ChangeAccess(AccessChange change) implements Statement {}

  /**
   * SET ROLE.
   *
   * @param roles null for the user's default ones
   */
  record SetRoles(@Nullable NameSet roles) implements Statement {}

  /**
   * CREATE FUNCTION.
   *
   * @param lambda ClickHouse text
   */
  record CreateFunction(String name, String lambda, boolean ifNotExists, boolean replace)
      implements Statement {}

  /** DROP FUNCTION. */
  record DropFunction(String name, boolean ifExists) implements Statement {}

  /**
   * SET.
   *
   * @param parameters what {@code SET param_x = ...} says of x, as text in TSV's escaping
   */
  record SetSettings(Map<String, String> settings, Map<String, String> parameters)
      implements Statement {

    public SetSettings {
      settings = Map.copyOf(settings);
      parameters = Map.copyOf(parameters);
    }

    public SetSettings(Map<String, String> settings) {
      this(settings, Map.of());
    }
  }

  /**
   * KILL QUERY and KILL MUTATION.
   *
   * @param victims yields query_id, user and query of each, or database, table, mutation_id and
   *     command
   */
  record Kill(QueryPlan victims, boolean mutations, @Nullable String format, KillMode mode)
      implements Statement {}

  /** How KILL goes about it. */
  enum KillMode {
    ASYNC,
    SYNC,
    TEST
  }
}
