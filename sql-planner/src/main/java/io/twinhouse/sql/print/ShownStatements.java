// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Formatted;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.QueryStatement;
import io.twinhouse.sql.statement.SessionCommand;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.ViewSecurity;
import org.jspecify.annotations.Nullable;

/** Which statements are printed as the server shows them. */
final class ShownStatements {

  private ShownStatements() {}

  static void check(Statement statement) {
    if (statement instanceof Formatted formatted) {
      check(formatted.statement());
    } else if (statement instanceof Insert insert) {
      check(insert);
    } else if (statement instanceof Create.Table table) {
      check(table);
    } else if (!isKnown(statement)
        || (statement instanceof Create.View view && isImplied(view.security()))) {
      throw notImplemented("statements of this kind");
    }
  }

  private static boolean isKnown(Statement statement) {
    return statement instanceof QueryStatement
        || statement instanceof Create.View
        || statement instanceof Create.Database
        || statement instanceof Create.Function
        || statement instanceof SessionCommand.Use
        || statement instanceof SessionCommand.Set;
  }

  /** The server shows the kind of security that follows from a definer. */
  private static boolean isImplied(@Nullable ViewSecurity security) {
    return security != null && security.kind() == null;
  }

  /** The server takes settings of the query for those of the INSERT, too. */
  private static void check(Insert insert) {
    if (insert.source() instanceof Insert.Infile
        || (insert.source() instanceof Insert.Selected selected && hasSettings(selected.query()))) {
      throw notImplemented("INSERT from a file, or from a query with settings of its own");
    }
  }

  private static boolean hasSettings(Query query) {
    return query instanceof Select select
        ? !select.settings().isEmpty()
        : ((SetOperation) query).operands().stream().anyMatch(ShownStatements::hasSettings);
  }

  private static void check(Create.Table table) {
    boolean among = table.elements() != null && table.elements().primaryKey() != null;
    if (among && table.storage().primaryKey() != null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Multiple primary keys are not allowed");
    }
    if (table.like() instanceof Create.LikeFunction) {
      throw notImplemented("CREATE TABLE AS a table function");
    }
  }

  private static TwinhouseException notImplemented(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "Formatting of " + what + " is not supported");
  }
}
