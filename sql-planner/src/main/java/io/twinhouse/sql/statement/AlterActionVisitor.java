// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

/**
 * One method for each kind of action, called by {@link AlterAction#accept}.
 *
 * @param <R> what the visit gives back
 */
public interface AlterActionVisitor<R> {
  /** {@code ADD COLUMN}. */
  R addColumn(AlterAction.AddColumn action);

  /** {@code DROP COLUMN}. */
  R dropColumn(AlterAction.DropColumn action);

  /** {@code CLEAR COLUMN ... [IN PARTITION ...]}. */
  R clearColumn(AlterAction.ClearColumn action);

  /** {@code MODIFY COLUMN} with a new declaration. */
  R modifyColumn(AlterAction.ModifyColumn action);

  /** {@code MODIFY COLUMN ... ADD ENUM VALUES ('a' = 1, ...)}. */
  R addEnumValues(AlterAction.AddEnumValues action);

  /** {@code MODIFY COLUMN ... REMOVE property}: DEFAULT, TTL, CODEC, COMMENT and so on. */
  R removeFromColumn(AlterAction.RemoveFromColumn action);

  /** {@code MODIFY COLUMN ... MODIFY SETTING} and {@code ... RESET SETTING} (values null). */
  R columnSettings(AlterAction.ColumnSettings action);

  /** {@code RENAME COLUMN}. */
  R renameColumn(AlterAction.RenameColumn action);

  /** {@code COMMENT COLUMN}. */
  R commentColumn(AlterAction.CommentColumn action);

  /** {@code MATERIALIZE COLUMN | INDEX | PROJECTION | TTL [IN PARTITION ...]}. */
  R materialize(AlterAction.Materialize action);

  /** {@code MODIFY COMMENT}. */
  R modifyComment(AlterAction.ModifyComment action);

  /** {@code MODIFY ORDER BY}. */
  R modifyOrderBy(AlterAction.ModifyOrderBy action);

  /** {@code MODIFY SAMPLE BY}; null for {@code REMOVE SAMPLE BY}. */
  R modifySampleBy(AlterAction.ModifySampleBy action);

  /** {@code MODIFY TTL}; empty for {@code REMOVE TTL}. */
  R modifyTtl(AlterAction.ModifyTtl action);

  /** {@code MODIFY SETTING}. */
  R modifySettings(AlterAction.ModifySettings action);

  /** {@code RESET SETTING}. */
  R resetSettings(AlterAction.ResetSettings action);

  /** {@code MODIFY QUERY} of a materialized view. */
  R modifyQuery(AlterAction.ModifyQuery action);

  /** {@code MODIFY DEFINER = ... SQL SECURITY ...} of a view. */
  R modifySecurity(AlterAction.ModifySecurity action);

  /** {@code ADD INDEX}. */
  R addIndex(AlterAction.AddIndex action);

  /** {@code ADD CONSTRAINT}. */
  R addConstraint(AlterAction.AddConstraint action);

  /** {@code ADD PROJECTION}. */
  R addProjection(AlterAction.AddProjection action);

  /** {@code DROP INDEX | CONSTRAINT | PROJECTION}, or CLEAR, which keeps the declaration. */
  R dropElement(AlterAction.DropElement action);

  /** {@code UPDATE a = 1 WHERE ...}. */
  R update(AlterAction.Update action);

  /** {@code DELETE WHERE ...}. */
  R delete(AlterAction.Delete action);

  /**
   * {@code DROP PARTITION} and the like.
   *
   * @param partition null for all, which FREEZE and UNFREEZE allow
   * @param name {@code WITH NAME} of FREEZE and UNFREEZE; null for none
   */
  R changePartition(AlterAction.ChangePartition action);

  /** {@code ATTACH | REPLACE PARTITION ... FROM t}. */
  R copyPartition(AlterAction.CopyPartition action);

  /** {@code MOVE PARTITION ... TO TABLE t | DISK 'd' | VOLUME 'v'}; one of them is not null. */
  R movePartition(AlterAction.MovePartition action);

  /** {@code FETCH PARTITION ... FROM 'path'}. */
  R fetchPartition(AlterAction.FetchPartition action);

  /** {@code APPLY DELETED MASK}, {@code APPLY PATCHES}, {@code REWRITE PARTS}. */
  R apply(AlterAction.Apply action);
}
