// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.AlterAction.Place;
import io.twinhouse.sql.statement.AlterActionVisitor;
import io.twinhouse.sql.statement.Partition;
import org.jspecify.annotations.Nullable;

/** Prints the actions of ALTER TABLE. */
final class AlterPrinter implements AlterActionVisitor<Void> {
  private final SqlText text;
  private final ExprPrinter expressions;
  private final QueryPrinter queries;
  private final CreatePrinter creates;

  AlterPrinter(SqlText text, ExprPrinter expressions, CreatePrinter creates) {
    this.text = text;
    this.expressions = expressions;
    this.creates = creates;
    queries = new QueryPrinter(text);
  }

  private SqlText start(String words, boolean condition, String conditionWords) {
    return text.add(words).add(condition ? " " + conditionWords + " " : " ");
  }

  private SqlText ifExists(String words, boolean ifExists) {
    return start(words, ifExists, "IF EXISTS");
  }

  private SqlText ifNotExists(String words, boolean ifNotExists) {
    return start(words, ifNotExists, "IF NOT EXISTS");
  }

  private void column(String name) {
    StatementPrinter.dotted(text, name);
  }

  private Void place(Place place) {
    text.add(place.first() ? " FIRST" : "");
    if (place.after() != null) {
      text.add(" AFTER ");
      column(place.after());
    }
    return null;
  }

  private Void inPartition(@Nullable Partition partition) {
    StatementPrinter.partition(text, expressions, " IN ", partition);
    return null;
  }

  private void partition(@Nullable Partition partition) {
    StatementPrinter.partition(text, expressions, " ", partition);
  }

  private Void expression(String keyword, Expr expression) {
    text.add(keyword);
    expressions.operand(expression, Precedence.LAMBDA);
    return null;
  }

  @Override
  public Void addColumn(AlterAction.AddColumn action) {
    ifNotExists("ADD COLUMN", action.ifNotExists());
    column(action.column().name());
    creates.properties(action.column());
    return place(action.place());
  }

  @Override
  public Void dropColumn(AlterAction.DropColumn action) {
    ifExists("DROP COLUMN", action.ifExists());
    column(action.column());
    return null;
  }

  @Override
  public Void clearColumn(AlterAction.ClearColumn action) {
    ifExists("CLEAR COLUMN", action.ifExists());
    column(action.column());
    return inPartition(action.partition());
  }

  @Override
  public Void modifyColumn(AlterAction.ModifyColumn action) {
    ifExists("MODIFY COLUMN", action.ifExists());
    column(action.column().name());
    creates.properties(action.column());
    return place(action.place());
  }

  @Override
  public Void addEnumValues(AlterAction.AddEnumValues action) {
    ifExists("MODIFY COLUMN", action.ifExists());
    column(action.column());
    text.add(" ADD ENUM ").add(SqlPrinter.print(action.values()));
    return null;
  }

  @Override
  public Void removeFromColumn(AlterAction.RemoveFromColumn action) {
    ifExists("MODIFY COLUMN", action.ifExists());
    column(action.column());
    text.add(" REMOVE ").add(action.property());
    return null;
  }

  @Override
  public Void columnSettings(AlterAction.ColumnSettings action) {
    ifExists("MODIFY COLUMN", action.ifExists());
    column(action.column());
    if (action.reset()) {
      text.add(" RESET SETTING ").list(action.settings(), setting -> text.name(setting.name()));
    } else {
      text.add(" MODIFY SETTING ").<SettingChange>list(action.settings(), queries::setting);
    }
    return null;
  }

  @Override
  public Void renameColumn(AlterAction.RenameColumn action) {
    ifExists("RENAME COLUMN", action.ifExists());
    column(action.from());
    text.add(" TO ");
    column(action.to());
    return null;
  }

  @Override
  public Void commentColumn(AlterAction.CommentColumn action) {
    ifExists("COMMENT COLUMN", action.ifExists());
    column(action.column());
    text.add(" ").string(action.comment());
    return null;
  }

  @Override
  public Void materialize(AlterAction.Materialize action) {
    text.add("MATERIALIZE ").add(action.element().name());
    if (action.name() != null) {
      text.add(action.ifExists() ? " IF EXISTS " : " ");
      column(action.name());
    }
    return inPartition(action.partition());
  }

  @Override
  public Void modifyComment(AlterAction.ModifyComment action) {
    text.add("MODIFY COMMENT ").string(action.comment());
    return null;
  }

  @Override
  public Void modifyOrderBy(AlterAction.ModifyOrderBy action) {
    return expression("MODIFY ORDER BY ", action.key());
  }

  @Override
  public Void modifySampleBy(AlterAction.ModifySampleBy action) {
    if (action.key() == null) {
      text.add("REMOVE SAMPLE BY");
      return null;
    }
    return expression("MODIFY SAMPLE BY ", action.key());
  }

  @Override
  public Void modifyTtl(AlterAction.ModifyTtl action) {
    text.add(action.ttl().isEmpty() ? "REMOVE TTL" : "MODIFY TTL ");
    creates.ttls(action.ttl());
    return null;
  }

  @Override
  public Void modifySettings(AlterAction.ModifySettings action) {
    text.add("MODIFY SETTING ").<SettingChange>list(action.settings(), queries::setting);
    return null;
  }

  @Override
  public Void resetSettings(AlterAction.ResetSettings action) {
    text.add("RESET SETTING ").list(action.names(), text::name);
    return null;
  }

  @Override
  public Void modifyQuery(AlterAction.ModifyQuery action) {
    text.add("MODIFY QUERY ");
    queries.query(action.query());
    return null;
  }

  @Override
  public Void modifySecurity(AlterAction.ModifySecurity action) {
    text.add("MODIFY ");
    creates.security(action.security());
    return null;
  }

  @Override
  public Void addIndex(AlterAction.AddIndex action) {
    ifNotExists("ADD INDEX", action.ifNotExists());
    creates.index(action.index());
    return place(action.place());
  }

  @Override
  public Void addConstraint(AlterAction.AddConstraint action) {
    ifNotExists("ADD CONSTRAINT", action.ifNotExists());
    creates.constraint(action.constraint());
    return null;
  }

  @Override
  public Void addProjection(AlterAction.AddProjection action) {
    ifNotExists("ADD PROJECTION", action.ifNotExists());
    creates.projection(action.projection());
    return place(action.place());
  }

  @Override
  public Void dropElement(AlterAction.DropElement action) {
    String words = (action.clear() ? "CLEAR " : "DROP ") + action.element();
    ifExists(words, action.ifExists()).name(action.name());
    return inPartition(action.partition());
  }

  @Override
  public Void update(AlterAction.Update action) {
    text.add("UPDATE ");
    StatementPrinter.assignments(text, expressions, action.assignments());
    inPartition(action.partition());
    return expression(" WHERE ", action.where());
  }

  @Override
  public Void delete(AlterAction.Delete action) {
    text.add("DELETE");
    inPartition(action.partition());
    return expression(" WHERE ", action.where());
  }

  @Override
  public Void changePartition(AlterAction.ChangePartition action) {
    text.add(action.command().name().replace('_', ' '));
    partition(action.partition());
    if (action.name() != null) {
      text.add(" WITH NAME ").string(action.name());
    }
    return null;
  }

  @Override
  public Void copyPartition(AlterAction.CopyPartition action) {
    text.add(action.replace() ? "REPLACE" : "ATTACH");
    partition(action.partition());
    text.add(" FROM ");
    return expressions.identifier(action.from());
  }

  @Override
  public Void movePartition(AlterAction.MovePartition action) {
    text.add("MOVE");
    partition(action.partition());
    if (action.toTable() != null) {
      text.add(" TO TABLE ");
      expressions.identifier(action.toTable());
    } else if (action.toDisk() != null) {
      text.add(" TO DISK ").string(action.toDisk());
    } else if (action.toVolume() != null) {
      text.add(" TO VOLUME ").string(action.toVolume());
    }
    return null;
  }

  @Override
  public Void fetchPartition(AlterAction.FetchPartition action) {
    text.add("FETCH");
    partition(action.partition());
    text.add(" FROM ").string(action.from());
    return null;
  }

  @Override
  public Void apply(AlterAction.Apply action) {
    text.add(
        switch (action.what()) {
          case DELETED_MASK -> "APPLY DELETED MASK";
          case PATCHES -> "APPLY PATCHES";
          case NOTHING -> "REWRITE PARTS";
        });
    return inPartition(action.partition());
  }
}
