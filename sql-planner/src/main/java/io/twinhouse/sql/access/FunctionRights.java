// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.access;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.PrivilegeSet;
import io.twinhouse.engine.access.RightsElement;
import io.twinhouse.engine.frontend.PlanningContext;
import io.twinhouse.sql.analyse.scope.UserFunctions;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.statement.Insert;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.sql.statement.TreeParts;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The rights that functions take which read more than their arguments. Where the server looks at
 * the one dictionary or table that a function names, the right is required on all of them.
 */
final class FunctionRights {

  /** Table functions that reach beyond the house, and the source that each is. */
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("file", "FILE"),
          Map.entry("filecluster", "FILE"),
          Map.entry("url", "URL"),
          Map.entry("urlcluster", "URL"),
          Map.entry("s3", "S3"),
          Map.entry("s3cluster", "S3"),
          Map.entry("gcs", "S3"),
          Map.entry("hdfs", "HDFS"),
          Map.entry("remote", "REMOTE"),
          Map.entry("remotesecure", "REMOTE"),
          Map.entry("mysql", "MYSQL"),
          Map.entry("postgresql", "POSTGRES"),
          Map.entry("mongodb", "MONGO"),
          Map.entry("redis", "REDIS"),
          Map.entry("sqlite", "SQLITE"),
          Map.entry("jdbc", "JDBC"),
          Map.entry("odbc", "ODBC"),
          Map.entry("executable", "SOURCES"));

  private final PlanningContext context;
  private final Permissions permissions;
  private final Set<String> made = new HashSet<>();

  private FunctionRights(PlanningContext context, Permissions permissions) {
    this.context = context;
    this.permissions = permissions;
  }

  /** Requires what all functions of {@code statement} take. */
  static void check(Statement statement, PlanningContext context, Permissions permissions) {
    FunctionRights rights = new FunctionRights(context, permissions);
    TreeParts.visit(statement, rights::inspect);
  }

  private void inspect(Object part) {
    if (part instanceof FromItem.Function function) {
      source("READ", function.call().name());
    } else if (part instanceof Insert.Function function) {
      source("WRITE", function.call().name());
    } else if (part instanceof Call call) {
      reading(call.name().toLowerCase(Locale.ROOT));
      Expr.Lambda body = UserFunctions.find(context, call.name());
      if (body != null && made.add(call.name())) {
        TreeParts.visit(body, this::inspect);
      }
    }
  }

  private void source(String privilege, String function) {
    String name = function.toLowerCase(Locale.ROOT);
    String source = SOURCES.get(name);
    if (source != null) {
      permissions.check(RightsElement.of(PrivilegeSet.of(privilege), source));
    } else if (name.equals("dictionary")) {
      require("dictGet");
    }
  }

  private void reading(String function) {
    if (function.matches("dict(get|has|isin).*")) {
      require("dictGet");
    } else if (function.startsWith("joinget")) {
      require("SELECT");
    } else if (function.equals("hascolumnintable")) {
      require("SHOW COLUMNS");
    } else if (function.equals("file")) {
      permissions.check(RightsElement.of(PrivilegeSet.of("READ"), "FILE"));
    }
  }

  private void require(String privilege) {
    permissions.check(RightsElement.of(PrivilegeSet.of(privilege)));
  }
}
