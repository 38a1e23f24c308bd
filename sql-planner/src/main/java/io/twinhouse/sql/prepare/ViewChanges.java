// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.AlterTable;
import io.twinhouse.sql.statement.DefaultDatabase;
import java.util.Map;

/** Turns ALTER TABLE of a view into the view that it makes of it. */
final class ViewChanges {

  private final PlanningContext context;
  private final Map<String, String> settings;

  ViewChanges(PlanningContext context, Map<String, String> settings) {
    this.context = context;
    this.settings = settings;
  }

  /**
   * The view with all changes.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for what views do not take, and what is wrong with a
   *     new query
   */
  Statement plan(ViewDefinition view, AlterTable statement) {
    ViewDefinition changed = view;
    for (AlterAction action : statement.actions()) {
      changed = changed(changed, action);
    }
    return new Statement.CreateView(changed, false, true);
  }

  private ViewDefinition changed(ViewDefinition view, AlterAction action) {
    if (action instanceof AlterAction.ModifyComment comment) {
      return new ViewDefinition(
          view.name(),
          view.query(),
          comment.comment(),
          view.columns(),
          view.target(),
          view.ownsTarget(),
          view.source());
    }
    if (action instanceof AlterAction.ModifyQuery modify && view.isMaterialized()) {
      Query query = DefaultDatabase.qualify(modify.query(), context.bind().database());
      return new MaterializedViews(context, settings).withQuery(view, query);
    }
    throw new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        action.getClass().getSimpleName()
            + " is not supported by storage "
            + (view.isMaterialized() ? "MaterializedView" : "View"));
  }
}
