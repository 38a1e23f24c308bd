// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.statement.ColumnDefinition;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.Storage;
import io.twinhouse.sql.statement.TableElements;
import io.twinhouse.sql.statement.ViewSecurity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints definitions of tables, views and databases. */
final class CreatePrinter {
  private final SqlText text;
  private final ExprPrinter expressions;
  private final QueryPrinter queries;
  private final AccessPrinter access;

  CreatePrinter(SqlText text, ExprPrinter expressions, AccessPrinter access) {
    this.text = text;
    this.expressions = expressions;
    this.access = access;
    queries = new QueryPrinter(text);
  }

  private void start(Create.Mode mode, String what) {
    text.add(
        switch (mode) {
          case CREATE, CREATE_IF_NOT_EXISTS -> "CREATE ";
          case CREATE_OR_REPLACE -> "CREATE OR REPLACE ";
          case REPLACE -> "REPLACE ";
          case ATTACH, ATTACH_IF_NOT_EXISTS -> "ATTACH ";
          case ALTER, ALTER_IF_EXISTS -> "ALTER ";
        });
    text.add(what);
    boolean careful =
        mode == Create.Mode.CREATE_IF_NOT_EXISTS || mode == Create.Mode.ATTACH_IF_NOT_EXISTS;
    text.add(careful ? " IF NOT EXISTS " : " ");
  }

  void table(Create.Table table) {
    start(table.mode(), table.temporary() ? "TEMPORARY TABLE" : "TABLE");
    expressions.identifier(table.name());
    if (table.uuid() != null) {
      text.add(" UUID ").string(table.uuid());
    }
    StatementPrinter.cluster(text, table.cluster());
    elements(table.elements());
    if (table.like() instanceof Create.LikeTable like) {
      text.add(like.withRows() ? " CLONE AS " : " AS ");
      expressions.identifier(like.table());
    } else if (table.like() instanceof Create.LikeFunction like) {
      text.add(" AS ");
      expressions.function(like.call());
    }
    storage(table.storage(), table.elements());
    comment(table.comment());
    if (table.like() instanceof Create.LikeQuery like) {
      text.add(like.empty() ? " EMPTY" : "").gap().add("AS");
      query(like.query());
    }
  }

  void view(Create.View view) {
    start(view.mode(), view.materialized() ? "MATERIALIZED VIEW" : "VIEW");
    expressions.identifier(view.name());
    StatementPrinter.cluster(text, view.cluster());
    elements(view.elements());
    if (view.to() != null) {
      text.add(" TO ");
      expressions.identifier(view.to());
      elements(view.toElements());
    }
    storage(view.storage(), view.elements());
    text.add(view.populate() ? " POPULATE" : "");
    if (view.security() != null) {
      text.gap();
      security(view.security());
    }
    text.add(view.empty() ? " EMPTY" : "");
    comment(view.comment());
    text.gap().add("AS");
    query(view.query());
  }

  void database(Create.Database database) {
    start(database.mode(), "DATABASE");
    text.name(database.name());
    StatementPrinter.cluster(text, database.cluster());
    if (database.engine() != null) {
      text.gap().add("ENGINE = ");
      named(database.engine());
    }
    queries.settings(database.settings());
    comment(database.comment());
  }

  void dictionary(Create.Dictionary dictionary) {
    start(dictionary.mode(), "DICTIONARY");
    expressions.identifier(dictionary.name());
    StatementPrinter.cluster(text, dictionary.cluster());
    if (dictionary.body() != null) {
      new DictionaryPrinter(text, expressions).body(dictionary.body());
    }
  }

  private void comment(@Nullable String comment) {
    if (comment != null) {
      text.gap().add("COMMENT ").string(comment);
    }
  }

  private void query(Query query) {
    text.add(" ");
    queries.query(query);
  }

  void security(ViewSecurity security) {
    boolean definer = security.definer() != null || security.currentUser();
    if (definer) {
      text.add("DEFINER = ");
      if (security.definer() == null) {
        text.add("CURRENT_USER");
      } else {
        access.name(security.definer());
      }
    }
    if (security.kind() != null) {
      text.add(definer ? " " : "").add("SQL SECURITY ").add(security.kind().name());
    }
  }

  /** A name with arguments if there are any: an engine, a codec, a type of index. */
  private void named(Call call) {
    text.element(call.name());
    if (!call.arguments().isEmpty()) {
      text.add("(");
      expressions.elements(call.arguments());
      text.add(")");
    }
  }

  private void elements(@Nullable TableElements elements) {
    if (elements == null) {
      return;
    }
    List<Runnable> all = new ArrayList<>();
    elements.columns().forEach(c -> all.add(() -> column(c)));
    elements.indexes().forEach(i -> all.add(() -> prefixed("INDEX ", () -> index(i))));
    elements
        .constraints()
        .forEach(c -> all.add(() -> prefixed("CONSTRAINT ", () -> constraint(c))));
    elements
        .projections()
        .forEach(p -> all.add(() -> prefixed("PROJECTION ", () -> projection(p))));
    Expr key = elements.primaryKey();
    if (key != null && !text.isShown()) {
      all.add(() -> prefixed("PRIMARY KEY ", () -> expression(key)));
    }
    if (text.hasLines()) {
      text.add("\n(").onLines(all, Runnable::run).add("\n)");
    } else {
      text.add(" ").bracketed(all, Runnable::run);
    }
  }

  private void prefixed(String keyword, Runnable element) {
    text.add(keyword);
    element.run();
  }

  /** An expression where an alias of its own may not stand. */
  private void expression(Expr expression) {
    expressions.operand(expression, Precedence.LAMBDA);
  }

  void column(ColumnDefinition column) {
    text.column(column.name());
    properties(column);
  }

  /** All but the name. */
  void properties(ColumnDefinition column) {
    if (column.type() != null) {
      text.add(" ");
      new TypePrinter(text).type(column.type());
    }
    switch (column.nullability()) {
      case NULL -> text.add(" NULL");
      case NOT_NULL -> text.add(" NOT NULL");
      case UNSPECIFIED -> {}
    }
    if (column.defaultKind() != null) {
      text.add(" ").add(column.defaultKind().name());
      if (column.defaultValue() != null) {
        text.add(" ");
        expression(column.defaultValue());
      }
    }
    if (column.comment() != null) {
      text.add(" COMMENT ").string(column.comment());
    }
    if (!column.codec().isEmpty()) {
      text.add(" CODEC").bracketed(column.codec(), this::named);
    }
    if (!column.statistics().isEmpty()) {
      text.add(" STATISTICS").bracketed(column.statistics(), this::named);
    }
    if (column.ttl() != null) {
      text.add(" TTL ");
      expression(column.ttl());
    }
    if (!column.settings().isEmpty()) {
      text.add(" SETTINGS ").<SettingChange>bracketed(column.settings(), queries::setting);
    }
  }

  void index(TableElements.Index index) {
    text.name(index.name()).add(" ");
    expression(index.expression());
    text.add(" TYPE ");
    named(index.type());
    text.add(" GRANULARITY ").add(index.granularity());
  }

  void constraint(TableElements.Constraint constraint) {
    text.name(constraint.name()).add(constraint.assumed() ? " ASSUME " : " CHECK ");
    expression(constraint.expression());
  }

  void projection(TableElements.Projection projection) {
    text.name(projection.name()).gap().enclosed(() -> queries.query(projection.query()));
  }

  /** The server shows a key among the columns behind them. */
  private void storage(Storage storage, @Nullable TableElements elements) {
    Expr among = elements == null || !text.isShown() ? null : elements.primaryKey();
    if (storage.engine() != null) {
      text.gap().add("ENGINE = ");
      named(storage.engine());
    }
    clause("PARTITION BY ", storage.partitionBy());
    clause("PRIMARY KEY ", storage.primaryKey() == null ? among : storage.primaryKey());
    if (storage.orderBy() != null) {
      text.gap().add("ORDER BY ");
      sortingKey(storage.orderBy());
    }
    clause("SAMPLE BY ", storage.sampleBy());
    if (!storage.ttl().isEmpty()) {
      text.gap().add("TTL ");
      ttls(storage.ttl());
    }
    queries.settings(storage.settings());
  }

  private void clause(String keyword, @Nullable Expr expression) {
    if (expression != null) {
      text.gap().add(keyword);
      expression(expression);
    }
  }

  private void sortingKey(Expr key) {
    if (key instanceof Call tuple
        && tuple.name().equals("tuple")
        && tuple.arguments().stream().anyMatch(CreatePrinter::isDescending)) {
      text.bracketed(tuple.arguments(), this::sortingElement);
    } else {
      sortingElement(key);
    }
  }

  private static boolean isDescending(Expr element) {
    return element instanceof Call call
        && call.name().equals(Storage.DESCENDING)
        && call.arguments().size() == 1;
  }

  private void sortingElement(Expr element) {
    if (isDescending(element)) {
      expression(((Call) element).arguments().get(0));
      text.add(" DESC");
    } else {
      expression(element);
    }
  }

  void ttls(List<Storage.Ttl> ttls) {
    text.list(ttls, this::ttl);
  }

  private void ttl(Storage.Ttl ttl) {
    expression(ttl.time());
    switch (ttl.action()) {
      case DELETE -> {
        if (ttl.where() != null) {
          text.add(text.isShown() ? " WHERE " : " DELETE WHERE ");
          expression(ttl.where());
        }
      }
      case TO_DISK -> text.add(" TO DISK ").string(String.valueOf(ttl.target()));
      case TO_VOLUME -> text.add(" TO VOLUME ").string(String.valueOf(ttl.target()));
      case RECOMPRESS -> text.add(" RECOMPRESS CODEC").bracketed(ttl.codec(), this::named);
      case GROUP_BY -> {
        text.add(" GROUP BY ");
        expressions.elements(ttl.groupBy());
        if (!ttl.assignments().isEmpty()) {
          text.add(" SET ");
          StatementPrinter.assignments(text, expressions, ttl.assignments());
        }
      }
    }
  }
}
