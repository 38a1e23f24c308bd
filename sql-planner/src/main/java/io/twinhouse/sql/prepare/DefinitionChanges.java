// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ConstraintDefinition;
import io.twinhouse.engine.spi.IndexDefinition;
import io.twinhouse.engine.spi.TableAlteration;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.sql.analyse.scope.SettingTexts;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.catalog.ClauseTexts;
import io.twinhouse.sql.catalog.KeyColumns;
import io.twinhouse.sql.catalog.ProjectionQueries;
import io.twinhouse.sql.catalog.TableSettings;
import io.twinhouse.sql.prepare.column.RenamedColumn;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.AlterAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies the actions of one ALTER that change a table's definition. One thread. */
final class DefinitionChanges {

  private final TableDefinition old;
  private static final Map<Class<? extends AlterAction>, String> COLUMN_CHANGES =
      Map.of(
          AlterAction.AddColumn.class, "ADD_COLUMN",
          AlterAction.DropColumn.class, "DROP_COLUMN",
          AlterAction.ClearColumn.class, "DROP_COLUMN",
          AlterAction.RenameColumn.class, "RENAME_COLUMN",
          AlterAction.ModifyColumn.class, "MODIFY_COLUMN",
          AlterAction.AddEnumValues.class, "MODIFY_COLUMN",
          AlterAction.RemoveFromColumn.class, "MODIFY_COLUMN",
          AlterAction.ModifyOrderBy.class, "MODIFY_ORDER_BY");

  private final ColumnChanges columns;
  private final List<IndexDefinition> indexes;
  private final List<ConstraintDefinition> constraints;
  private final List<TableDefinition.Projection> projections;
  private final Map<String, String> settings;
  private List<String> orderBy;
  private String comment;
  private @Nullable String ttl;
  private @Nullable String sampleBy;
  private final ClauseTexts texts;
  private boolean any;

  DefinitionChanges(TableDefinition old, TableDefinitions definitions) {
    this.old = old;
    this.columns = new ColumnChanges(old, definitions);
    this.indexes = new ArrayList<>(old.indexes());
    this.constraints = new ArrayList<>(old.constraints());
    this.projections = new ArrayList<>(old.projections());
    this.settings = new LinkedHashMap<>(old.settings());
    this.orderBy = old.orderBy();
    this.comment = old.comment();
    this.ttl = old.ttl();
    this.sampleBy = old.sampleBy();
    this.texts = new ClauseTexts(old.shown());
  }

  /** Applies an action; false if it changes no definition. */
  boolean accept(AlterAction action) {
    if (old.engine().equals("Null") && action instanceof AlterAction.RenameColumn rename) {
      columns.requireFound(rename);
      refuseFor(action, AlterAction.RenameColumn.class, "RENAME_COLUMN");
    }
    requireTtls(action);
    refuseForLogs(action);
    boolean mine = columns.accept(action) || acceptElement(action) || acceptTable(action);
    if (action instanceof AlterAction.RenameColumn rename) {
      renameWithin(rename);
    }
    any |= mine;
    return mine;
  }

  /** Of a log, or of random rows, nothing changes but what it says of itself. */
  private void refuseForLogs(AlterAction action) {
    String kind = COLUMN_CHANGES.get(action.getClass());
    boolean fixed =
        switch (old.engine()) {
          case "Log",
              "TinyLog",
              "StripeLog",
              "Set",
              "Join",
              "GenerateRandom",
              TableDefinition.LOOKUP ->
              true;
          default -> false;
        };
    if (kind != null && fixed) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Alter of type '" + kind + "' is not supported by storage " + old.engine());
    }
  }

  /** Indexes, constraints and the table's TTL follow a column to its new name. */
  private void renameWithin(AlterAction.RenameColumn rename) {
    RenamedColumn renamed = new RenamedColumn(rename.from(), rename.to());
    indexes.replaceAll(
        index ->
            new IndexDefinition(
                index.name(), renamed.in(index.expression()), index.type(), index.granularity()));
    constraints.replaceAll(
        constraint ->
            new ConstraintDefinition(
                constraint.name(), constraint.assumed(), renamed.in(constraint.expression())));
    ttl = ttl == null ? null : renamed.inRules(ttl);
  }

  private void requireTtls(AlterAction action) {
    boolean timed =
        (action instanceof AlterAction.AddColumn add && add.column().ttl() != null)
            || (action instanceof AlterAction.ModifyColumn modify && modify.column().ttl() != null);
    if (timed && !old.engine().endsWith("MergeTree")) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Engine " + old.engine() + " doesn't support TTL clause.");
    }
  }

  /** Whether CLEAR COLUMN has something to do. */
  boolean isClearable(AlterAction.ClearColumn clear) {
    return columns.isClearable(clear);
  }

  private boolean acceptElement(AlterAction action) {
    refuseFor(action, AlterAction.AddIndex.class, "ADD_INDEX");
    refuseFor(action, AlterAction.AddConstraint.class, "ADD_CONSTRAINT");
    refuseFor(action, AlterAction.DropElement.class, "DROP_INDEX");
    refuseFor(action, AlterAction.AddProjection.class, "ADD_PROJECTION");
    if (action instanceof AlterAction.AddIndex add) {
      boolean there = indexes.stream().anyMatch(i -> i.name().equals(add.index().name()));
      if (there && !add.ifNotExists()) {
        throw exists("index", add.index().name());
      }
      if (!there) {
        indexes.add(placeOfIndex(add.place()), TableParts.index(add.index()));
      }
      return true;
    }
    if (action instanceof AlterAction.AddConstraint add) {
      String name = add.constraint().name();
      boolean there = constraints.stream().anyMatch(c -> c.name().equals(name));
      if (there && !add.ifNotExists()) {
        throw exists("constraint", name);
      }
      if (!there) {
        constraints.add(TableParts.constraint(add.constraint()));
      }
      return true;
    }
    if (action instanceof AlterAction.AddProjection add) {
      addProjection(add);
      return true;
    }
    return action instanceof AlterAction.DropElement drop && dropElement(drop);
  }

  private int placeOfIndex(AlterAction.Place place) {
    String after = place.after();
    if (after == null) {
      return place.first() ? 0 : indexes.size();
    }
    for (int i = 0; i < indexes.size(); i++) {
      if (indexes.get(i).name().equals(after)) {
        return i + 1;
      }
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "Wrong index name. Cannot find index `" + after + "` to insert after.");
  }

  private void addProjection(AlterAction.AddProjection add) {
    String name = add.projection().name();
    int there = indexOfProjection(name);
    if (there >= 0 && !add.ifNotExists()) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_PROJECTION,
          "Cannot add projection " + name + ": projection with this name already exists.");
    }
    if (there >= 0) {
      return;
    }
    String after = add.place().after();
    int at = add.place().first() ? 0 : projections.size();
    if (after != null) {
      at = indexOfProjection(after) + 1;
      if (at == 0) {
        throw new TwinhouseException(
            ErrorCode.NO_SUCH_PROJECTION_IN_TABLE,
            "Wrong projection name. Cannot find projection `" + after + "` to insert after.");
      }
    }
    projections.add(at, TableParts.projection(add.projection()));
  }

  private int indexOfProjection(String name) {
    for (int i = 0; i < projections.size(); i++) {
      if (projections.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Refuses a change that only tables of the MergeTree family know. */
  private void refuseFor(AlterAction action, Class<? extends AlterAction> kind, String name) {
    if (kind.isInstance(action) && !old.engine().endsWith("MergeTree")) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Alter of type '" + name + "' is not supported by storage " + old.engine());
    }
  }

  private static TwinhouseException exists(String what, String name) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_COLUMN,
        "Cannot add " + what + " " + name + ": " + what + " with this name already exists.");
  }

  private boolean dropElement(AlterAction.DropElement drop) {
    if (drop.clear()) {
      return true; // what an index knows is always there, and there is nothing of it to clear
    }
    boolean found =
        switch (drop.element()) {
          case INDEX -> indexes.removeIf(index -> index.name().equals(drop.name()));
          case CONSTRAINT -> constraints.removeIf(c -> c.name().equals(drop.name()));
          case PROJECTION -> projections.removeIf(p -> p.name().equals(drop.name()));
          default -> throw StatementPreparer.notImplemented("DROP " + drop.element());
        };
    if (!found && !drop.ifExists() && drop.element() == AlterAction.Element.PROJECTION) {
      throw new TwinhouseException(
          ErrorCode.NO_SUCH_PROJECTION_IN_TABLE,
          "There is no projection " + drop.name() + " in table.");
    }
    if (!found && !drop.ifExists()) {
      String what = drop.element() == AlterAction.Element.INDEX ? "index" : "constraint";
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Wrong " + what + " name. Cannot find " + what + " `" + drop.name() + "` to drop.");
    }
    return true;
  }

  private boolean acceptTable(AlterAction action) {
    if (old.engine().equals("Null")) {
      refuseFor(action, AlterAction.ModifySettings.class, "MODIFY_SETTING");
      if (action instanceof AlterAction.ResetSettings) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Cannot alter settings, because table engine doesn't support settings changes.");
      }
    } else {
      refuseFor(action, AlterAction.ResetSettings.class, "RESET_SETTING");
    }
    if (action instanceof AlterAction.ModifyComment modify) {
      comment = modify.comment();
    } else if (action instanceof AlterAction.ModifySettings modify) {
      if (old.engine().endsWith("MergeTree")) {
        settings.putIfAbsent("index_granularity", "8192"); // the server writes it down at CREATE
      }
      SettingTexts.of(modify.settings())
          .forEach(
              (name, value) -> {
                TableSettings.checkChangeable(old.engine(), name, value);
                settings.put(name, value);
              });
    } else if (action instanceof AlterAction.ResetSettings reset) {
      reset.names().forEach(this::reset);
    } else if (action instanceof AlterAction.ModifyTtl modify) {
      ttl(modify);
    } else if (action instanceof AlterAction.ModifyOrderBy modify) {
      orderBy(TableDefinitions.key(modify.key()));
      if (old.primaryKey().equals(old.orderBy())) {
        texts.keepPrimaryKey();
      }
      texts.orderBy(modify.key(), orderBy);
    } else if (action instanceof AlterAction.ModifySampleBy modify) {
      sampleBy(modify);
    } else {
      return false;
    }
    return true;
  }

  private void ttl(AlterAction.ModifyTtl modify) {
    if (modify.ttl().isEmpty() && ttl == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Table doesn't have any table TTL expression, cannot remove.");
    }
    ttl = TableDefinitions.ttl(modify.ttl());
  }

  private void reset(String name) {
    TableSettings.checkResettable(name);
    settings.remove(name);
  }

  private void orderBy(List<String> key) {
    if (!old.engine().endsWith("MergeTree")) {
      throw StatementPreparer.notImplemented("MODIFY ORDER BY of engine " + old.engine());
    }
    for (int i = 0; i < old.primaryKey().size(); i++) {
      String found = i < key.size() ? key.get(i) : "nothing";
      if (!found.equals(old.primaryKey().get(i))) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Primary key must be a prefix of the sorting key, but the column in the position "
                + i
                + " is "
                + found
                + ", not "
                + old.primaryKey().get(i)
                + ".");
      }
    }
    int kept = 0;
    for (String expression : key) {
      if (kept < old.orderBy().size() && expression.equals(old.orderBy().get(kept))) {
        kept++;
      } else {
        columns.requireNew(expression);
      }
    }
    boolean extended =
        key.size() >= old.orderBy().size()
            && key.subList(0, old.orderBy().size()).equals(old.orderBy());
    if (!extended) {
      throw StatementPreparer.notImplemented("MODIFY ORDER BY that is no extension of the key");
    }
    if (!old.engine().equals("MergeTree") && !key.equals(old.orderBy())) {
      throw StatementPreparer.notImplemented("MODIFY ORDER BY of engine " + old.engine());
    }
    orderBy = key;
  }

  private void sampleBy(AlterAction.ModifySampleBy modify) {
    Expr key = modify.key();
    if (key == null) {
      if (sampleBy == null) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS, "Table doesn't have SAMPLE BY, cannot remove.");
      }
      sampleBy = null;
      texts.removeSampleBy();
      return;
    }
    refuseFor(modify, AlterAction.ModifySampleBy.class, "MODIFY_SAMPLE_BY");
    sampleBy = SqlPrinter.print(key);
    texts.sampleBy(key);
  }

  boolean any() {
    return any;
  }

  TableAlteration alteration() {
    for (String column : columns.dropped()) {
      if (KeyColumns.isArgument(column, old)) {
        throw new TwinhouseException(
            ErrorCode.ALTER_OF_COLUMN_IS_FORBIDDEN,
            "Trying to ALTER DROP column (" + column + ") that the table's engine names.");
      }
      if (KeyColumns.isIn(column, orderBy) || KeyColumns.isKey(column, old)) {
        throw missing(column);
      }
      boolean used =
          indexes.stream().anyMatch(i -> KeyColumns.isIn(column, List.of(i.expression())))
              || constraints.stream()
                  .anyMatch(c -> KeyColumns.isIn(column, List.of(c.expression())));
      if (used) {
        throw missing(column);
      }
    }
    for (String column : columns.converted()) {
      if (projections.stream().anyMatch(p -> ProjectionQueries.names(p, column))) {
        throw StatementPreparer.notImplemented("MODIFY COLUMN of a column that a projection keeps");
      }
    }
    TableDefinition changed =
        old.toBuilder()
            .columns(columns.all())
            .indexes(indexes)
            .constraints(constraints)
            .projections(projections)
            .settings(settings)
            .orderBy(orderBy)
            .comment(comment)
            .ttl(ttl)
            .sampleBy(sampleBy)
            .shown(texts.all())
            .build();
    return new TableAlteration(changed, columns.kept(), columns.converted());
  }

  private static TwinhouseException missing(String column) {
    return new TwinhouseException(
        ErrorCode.UNKNOWN_IDENTIFIER,
        "Missing columns: " + SqlPrinter.string(column) + " while processing the table's keys");
  }
}
