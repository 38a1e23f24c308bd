// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Node;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that ALTER TABLE does. */
public sealed interface AlterAction extends Node {

  /** Calls the method of {@code visitor} for this kind of action. */
  <R> R accept(AlterActionVisitor<R> visitor);

  /** Where a new column, index or projection goes: first, behind another, or last. */
  record Place(boolean first, @Nullable String after) {
    /** Nothing was said. */
    public static final Place UNSPECIFIED = new Place(false, null);
  }

  /** {@code ADD COLUMN}. */
  record AddColumn(Position position, boolean ifNotExists, ColumnDefinition column, Place place)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.addColumn(this);
    }
  }

  /** {@code DROP COLUMN}. */
  record DropColumn(Position position, boolean ifExists, String column) implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.dropColumn(this);
    }
  }

  /** {@code CLEAR COLUMN ... [IN PARTITION ...]}. */
  record ClearColumn(
      Position position, boolean ifExists, String column, @Nullable Partition partition)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.clearColumn(this);
    }
  }

  /** {@code MODIFY COLUMN} with a new declaration. */
  record ModifyColumn(Position position, boolean ifExists, ColumnDefinition column, Place place)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.modifyColumn(this);
    }
  }

  /** {@code MODIFY COLUMN ... ADD ENUM VALUES ('a' = 1, ...)}. */
  record AddEnumValues(Position position, boolean ifExists, String column, TypeName values)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.addEnumValues(this);
    }
  }

  /** {@code MODIFY COLUMN ... REMOVE property}: DEFAULT, TTL, CODEC, COMMENT and so on. */
  record RemoveFromColumn(Position position, boolean ifExists, String column, String property)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.removeFromColumn(this);
    }
  }

  /** {@code MODIFY COLUMN ... MODIFY SETTING} and {@code ... RESET SETTING} (values null). */
  record ColumnSettings(
      Position position,
      boolean ifExists,
      String column,
      boolean reset,
      List<SettingChange> settings)
      implements AlterAction {
    public ColumnSettings {
      settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.columnSettings(this);
    }
  }

  /** {@code RENAME COLUMN}. */
  record RenameColumn(Position position, boolean ifExists, String from, String to)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.renameColumn(this);
    }
  }

  /** {@code COMMENT COLUMN}. */
  record CommentColumn(Position position, boolean ifExists, String column, String comment)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.commentColumn(this);
    }
  }

  /** {@code MATERIALIZE COLUMN | INDEX | PROJECTION | TTL [IN PARTITION ...]}. */
  record Materialize(
      Position position,
      Element element,
      boolean ifExists,
      @Nullable String name,
      @Nullable Partition partition)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.materialize(this);
    }
  }

  /** What belongs to a table besides its rows. */
  enum Element {
    COLUMN,
    INDEX,
    PROJECTION,
    CONSTRAINT,
    TTL
  }

  /** {@code MODIFY COMMENT}. */
  record ModifyComment(Position position, String comment) implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.modifyComment(this);
    }
  }

  /** {@code MODIFY ORDER BY}. */
  record ModifyOrderBy(Position position, Expr key) implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.modifyOrderBy(this);
    }
  }

  /** {@code MODIFY SAMPLE BY}; null for {@code REMOVE SAMPLE BY}. */
  record ModifySampleBy(Position position, @Nullable Expr key) implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.modifySampleBy(this);
    }
  }

  /** {@code MODIFY TTL}; empty for {@code REMOVE TTL}. */
  record ModifyTtl(Position position, List<Storage.Ttl> ttl) implements AlterAction {
    public ModifyTtl {
      ttl = List.copyOf(ttl);
    }

    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.modifyTtl(this);
    }
  }

  /** {@code MODIFY SETTING}. */
  record ModifySettings(Position position, List<SettingChange> settings) implements AlterAction {
    public ModifySettings {
      settings = List.copyOf(settings);
    }

    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.modifySettings(this);
    }
  }

  /** {@code RESET SETTING}. */
  record ResetSettings(Position position, List<String> names) implements AlterAction {
    public ResetSettings {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.resetSettings(this);
    }
  }

  /** {@code MODIFY QUERY} of a materialized view. */
  record ModifyQuery(Position position, Query query) implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.modifyQuery(this);
    }
  }

  /** {@code MODIFY DEFINER = ... SQL SECURITY ...} of a view. */
  record ModifySecurity(Position position, ViewSecurity security) implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.modifySecurity(this);
    }
  }

  /** {@code ADD INDEX}. */
  record AddIndex(Position position, boolean ifNotExists, TableElements.Index index, Place place)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.addIndex(this);
    }
  }

  /** {@code ADD CONSTRAINT}. */
  record AddConstraint(Position position, boolean ifNotExists, TableElements.Constraint constraint)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.addConstraint(this);
    }
  }

  /** {@code ADD PROJECTION}. */
  record AddProjection(
      Position position, boolean ifNotExists, TableElements.Projection projection, Place place)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.addProjection(this);
    }
  }

  /** {@code DROP INDEX | CONSTRAINT | PROJECTION}, or CLEAR, which keeps the declaration. */
  record DropElement(
      Position position,
      Element element,
      boolean clear,
      boolean ifExists,
      String name,
      @Nullable Partition partition)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.dropElement(this);
    }
  }

  /** {@code UPDATE a = 1 WHERE ...}. */
  record Update(
      Position position, List<Assignment> assignments, @Nullable Partition partition, Expr where)
      implements AlterAction {
    public Update {
      assignments = List.copyOf(assignments);
    }

    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.update(this);
    }
  }

  /** {@code DELETE WHERE ...}. */
  record Delete(Position position, @Nullable Partition partition, Expr where)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.delete(this);
    }
  }

  /** What is done to a whole partition. */
  enum PartitionCommand {
    ATTACH,
    DETACH,
    DROP,
    DROP_DETACHED,
    FORGET,
    FREEZE,
    UNFREEZE
  }

  /**
   * {@code DROP PARTITION} and the like.
   *
   * @param partition null for all, which FREEZE and UNFREEZE allow
   * @param name {@code WITH NAME} of FREEZE and UNFREEZE; null for none
   */
  record ChangePartition(
      Position position,
      PartitionCommand command,
      @Nullable Partition partition,
      @Nullable String name)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.changePartition(this);
    }
  }

  /** {@code ATTACH | REPLACE PARTITION ... FROM t}. */
  record CopyPartition(Position position, boolean replace, Partition partition, Identifier from)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.copyPartition(this);
    }
  }

  /** {@code MOVE PARTITION ... TO TABLE t | DISK 'd' | VOLUME 'v'}; one of them is not null. */
  record MovePartition(
      Position position,
      Partition partition,
      @Nullable Identifier toTable,
      @Nullable String toDisk,
      @Nullable String toVolume)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.movePartition(this);
    }
  }

  /** {@code FETCH PARTITION ... FROM 'path'}. */
  record FetchPartition(Position position, Partition partition, String from)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.fetchPartition(this);
    }
  }

  /** {@code APPLY DELETED MASK}, {@code APPLY PATCHES}, {@code REWRITE PARTS}. */
  record Apply(Position position, Applied what, @Nullable Partition partition)
      implements AlterAction {
    @Override
    public <R> R accept(AlterActionVisitor<R> visitor) {
      return visitor.apply(this);
    }
  }

  /** What {@link Apply} writes into the parts. */
  enum Applied {
    DELETED_MASK,
    PATCHES,
    NOTHING
  }
}
