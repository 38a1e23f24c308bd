// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.catalog.SystemCatalog;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Drop;
import io.twinhouse.sql.statement.Formatted;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.Inspection;
import io.twinhouse.sql.statement.QueryStatement;
import io.twinhouse.sql.statement.ServerCommand;
import io.twinhouse.sql.statement.SessionCommand;
import io.twinhouse.sql.statement.Statement;

/** Refuses what writes where the setting readonly is on; its kind 2 leaves temporary tables. */
final class ReadOnlyCheck {

  private ReadOnlyCheck() {}

  /**
   * @throws TwinhouseException READONLY
   */
  static void check(Statement statement, PlanningContext context) {
    String mode = context.settings().getOrDefault("readonly", "0");
    if (mode.equals("0")
        || reads(statement)
        || aimless(statement, context)
        || mode.equals("2") && temporary(statement, context)) {
      return;
    }
    throw new TwinhouseException(
        ErrorCode.READONLY, context.bind().user() + ": Cannot execute query in readonly mode");
  }

  private static boolean reads(Statement statement) {
    if (statement instanceof Formatted formatted) {
      return reads(formatted.statement());
    }
    return statement instanceof QueryStatement
        || statement instanceof Inspection
        || statement instanceof SessionCommand
        || statement instanceof ServerCommand.Kill;
  }

  /** Whether there is nothing to write to: that is found out, and said, before anything else. */
  private static boolean aimless(Statement statement, PlanningContext context) {
    if (statement instanceof Insert insert && insert.target() instanceof Insert.Table target) {
      return !isTable(target.name(), context);
    }
    if (!(statement instanceof Drop drop) || drop.temporary() || drop.names().size() != 1) {
      return false;
    }
    Identifier name = drop.names().get(0);
    return switch (drop.kind()) {
      case TABLE, VIEW -> !isTable(name, context);
      case DATABASE -> !context.storage().databases().contains(name.last());
      default -> false;
    };
  }

  private static boolean isTable(Identifier identifier, PlanningContext context) {
    TableName name = CatalogQueries.name(identifier, context);
    return SystemCatalog.isOwn(name.database())
        || context.storage().table(name).isPresent()
        || context.storage().view(name).isPresent();
  }

  private static boolean temporary(Statement statement, PlanningContext context) {
    if (statement instanceof Create.Table create) {
      return create.temporary();
    }
    return statement instanceof Insert insert
        && insert.target() instanceof Insert.Table target
        && target.name().path().size() == 1
        && context.storage().hasTemporary(target.name().path().get(0));
  }
}
