// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

/**
 * One method for each kind of statement, called by {@link Statement#accept}.
 *
 * @param <R> what the visit gives back
 */
public interface StatementVisitor<R> {
  /** A query. */
  R query(QueryStatement statement);

  /** A statement with FORMAT, INTO OUTFILE or SETTINGS behind it. */
  R formatted(Formatted statement);

  /** INSERT. */
  R insert(Insert statement);

  /** CREATE, ATTACH or REPLACE TABLE. */
  R createTable(Create.Table statement);

  /** CREATE VIEW and CREATE MATERIALIZED VIEW. */
  R createView(Create.View statement);

  /** CREATE DATABASE. */
  R createDatabase(Create.Database statement);

  /** CREATE and ALTER USER. */
  R createUser(Create.User statement);

  /** CREATE and ALTER SETTINGS PROFILE. */
  R createProfile(Create.Profile statement);

  /** CREATE and ALTER ROLE. */
  R createRole(Create.Role statement);

  /** CREATE and ALTER ROW POLICY. */
  R createRowPolicy(Create.RowPolicy statement);

  /** CREATE and ALTER QUOTA. */
  R createQuota(Create.Quota statement);

  /** CREATE DICTIONARY. */
  R createDictionary(Create.Dictionary statement);

  /** CREATE FUNCTION. */
  R createFunction(Create.Function statement);

  /** ALTER TABLE. */
  R alterTable(AlterTable statement);

  /** DROP, DETACH, TRUNCATE and UNDROP. */
  R drop(Drop statement);

  /** CHECK GRANT. */
  R checkGrant(Inspection.CheckGrant statement);

  /** RENAME. */
  R rename(TableCommand.Rename statement);

  /** EXCHANGE. */
  R exchange(TableCommand.Exchange statement);

  /** OPTIMIZE. */
  R optimize(TableCommand.Optimize statement);

  /** DELETE. */
  R delete(TableCommand.Delete statement);

  /** UPDATE. */
  R update(TableCommand.Update statement);

  /** CHECK TABLE. */
  R check(TableCommand.Check statement);

  /** SHOW. */
  R show(Inspection.Show statement);

  /** SHOW CREATE. */
  R showCreate(Inspection.ShowCreate statement);

  /** DESCRIBE. */
  R describe(Inspection.Describe statement);

  /** EXISTS. */
  R exists(Inspection.Exists statement);

  /** EXPLAIN. */
  R explain(Inspection.Explain statement);

  /** USE. */
  R use(SessionCommand.Use statement);

  /** SET. */
  R set(SessionCommand.Set statement);

  /** SET ROLE and SET DEFAULT ROLE. */
  R setRole(SessionCommand.SetRole statement);

  /** KILL. */
  R kill(ServerCommand.Kill statement);

  /** SYSTEM. */
  R system(ServerCommand.SystemCommand statement);

  /** PARALLEL WITH. */
  R sideBySide(Statement.SideBySide statement);

  /** GRANT and REVOKE. */
  R grant(Grant statement);
}
