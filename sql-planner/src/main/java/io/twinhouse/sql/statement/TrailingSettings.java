// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.ast.SettingChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings behind a query in brackets mean the same as within: they belong to the last SELECT,
 * where those of a query without brackets are.
 */
public final class TrailingSettings {
  private TrailingSettings() {}

  /** The statement with the settings in the query it ends in; null if it ends in none. */
  public static @Nullable Statement within(Statement statement, List<SettingChange> settings) {
    if (statement instanceof QueryStatement query) {
      return new QueryStatement(query.position(), within(query.query(), settings));
    }
    if (statement instanceof Insert insert && insert.source() instanceof Insert.Selected source) {
      Insert.Source selected = new Insert.Selected(within(source.query(), settings), source.data());
      return new Insert(
          insert.position(), insert.target(), insert.columns(), insert.settings(), selected);
    }
    if (statement instanceof Inspection.Explain explain) {
      Statement explained = within(explain.statement(), settings);
      return explained == null
          ? null
          : new Inspection.Explain(
              explain.position(), explain.what(), explain.settings(), explained);
    }
    return statement instanceof Create create ? within(create, settings) : null;
  }

  private static @Nullable Statement within(Create create, List<SettingChange> settings) {
    if (create instanceof Create.View view) {
      return new Create.View(
          view.position(),
          view.mode(),
          view.materialized(),
          view.name(),
          view.cluster(),
          view.elements(),
          view.to(),
          view.toElements(),
          view.storage(),
          view.populate(),
          view.empty(),
          view.security(),
          within(view.query(), settings),
          view.comment());
    }
    if (create instanceof Create.Table table && table.like() instanceof Create.LikeQuery like) {
      Create.Like changed = new Create.LikeQuery(within(like.query(), settings), like.empty());
      return new Create.Table(
          table.position(),
          table.mode(),
          table.temporary(),
          table.name(),
          table.uuid(),
          table.cluster(),
          table.elements(),
          table.storage(),
          changed,
          table.comment());
    }
    return null;
  }

  private static Query within(Query query, List<SettingChange> settings) {
    if (query instanceof Select select) {
      List<SettingChange> all = new ArrayList<>(select.settings());
      all.addAll(settings);
      return select.toBuilder().settings(all).build();
    }
    SetOperation operation = (SetOperation) query;
    List<Query> operands = new ArrayList<>(operation.operands());
    int last = operands.size() - 1;
    operands.set(last, within(operands.get(last), settings));
    return new SetOperation(
        operation.position(), operation.kind(), operation.quantifier(), operands);
  }
}
