// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.TypeName;
import io.twinhouse.sql.statement.AlterAction;
import io.twinhouse.sql.statement.DictionaryBody;
import io.twinhouse.sql.statement.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints trees as ClickHouse SQL. Safe for several threads. */
public final class SqlPrinter {
  private SqlPrinter() {}

  /** An expression, with its alias if it has one. */
  public static String print(Expr expression) {
    SqlText text = new SqlText();
    new ExprPrinter(text).element(expression);
    return text.toString();
  }

  /** An expression as the store keeps it, with the brackets that were written. */
  public static String keep(Expr expression) {
    SqlText text = new SqlText(Layout.WRITTEN);
    new ExprPrinter(text).element(expression);
    return text.toString();
  }

  /** A query as the store keeps it, with the brackets that were written. */
  public static String keep(Query query) {
    SqlText text = new SqlText(Layout.WRITTEN);
    new QueryPrinter(text).query(query);
    return text.toString();
  }

  /** A query, without brackets. */
  public static String print(Query query) {
    SqlText text = new SqlText();
    new QueryPrinter(text).query(query);
    return text.toString();
  }

  /** An expression as the server shows it. */
  public static String show(Expr expression) {
    SqlText text = new SqlText(Layout.SHOWN);
    new ExprPrinter(text).element(expression);
    return text.toString();
  }

  /**
   * A query as the server shows it.
   *
   * @param lines whether on several lines
   */
  public static String show(Query query, boolean lines) {
    SqlText text = new SqlText(lines ? Layout.LINES : Layout.SHOWN);
    new QueryPrinter(text).query(query);
    return text.toString();
  }

  /**
   * A query as EXPLAIN SYNTAX shows it, whose tree says already what is implied.
   *
   * @param lines whether on several lines
   */
  public static String canonical(Query query, boolean lines) {
    SqlText text = new SqlText(lines ? Layout.LINES : Layout.SHOWN, true);
    new QueryPrinter(text).query(query);
    return text.toString();
  }

  /** What a dictionary is said to be, as the store keeps it: what stands behind its name. */
  public static String print(DictionaryBody body) {
    SqlText text = new SqlText();
    new DictionaryPrinter(text, new ExprPrinter(text)).body(body);
    return text.toString();
  }

  /**
   * A statement as the server shows it.
   *
   * @param lines whether on several lines
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for kinds of statements
   *     that the server shows otherwise than they are kept
   */
  public static String show(Statement statement, boolean lines) {
    ShownStatements.check(statement);
    return in(lines ? Layout.LINES : Layout.SHOWN, statement);
  }

  private static String in(Layout layout, Statement statement) {
    SqlText text = new SqlText(layout);
    statement.accept(new StatementPrinter(text));
    return text.toString();
  }

  /**
   * What a dictionary is said to be as the server shows it.
   *
   * @param lines whether on several lines
   */
  public static String show(DictionaryBody body, boolean lines) {
    SqlText text = new SqlText(lines ? Layout.LINES : Layout.SHOWN);
    new DictionaryPrinter(text, new ExprPrinter(text)).body(body);
    return text.toString();
  }

  /**
   * The lines of EXPLAIN AST.
   *
   * @param text that the query was parsed from
   * @param format that stands behind the query; null for none
   * @throws io.twinhouse.engine.error.TwinhouseException NOT_IMPLEMENTED for what the server keeps
   *     otherwise in its tree
   */
  public static List<String> tree(Query query, String text, @Nullable String format) {
    return new TreeLines(text).of(query, format);
  }

  /** An action of ALTER TABLE as the server shows it. */
  public static String show(AlterAction action) {
    SqlText text = new SqlText(Layout.SHOWN);
    ExprPrinter expressions = new ExprPrinter(text);
    CreatePrinter creates =
        new CreatePrinter(text, expressions, new AccessPrinter(text, expressions));
    action.accept(new AlterPrinter(text, expressions, creates));
    return text.toString();
  }

  /** A statement, without a semicolon and without the data of an INSERT. */
  public static String print(Statement statement) {
    SqlText text = new SqlText();
    statement.accept(new StatementPrinter(text));
    return text.toString();
  }

  /** What stands behind FROM. */
  public static String print(FromItem item) {
    SqlText text = new SqlText();
    new QueryPrinter(text).from(item);
    return text.toString();
  }

  /** A type, spelled as in the tree. */
  public static String print(TypeName type) {
    SqlText text = new SqlText();
    new TypePrinter(text).type(type);
    return text.toString();
  }

  /**
   * The type of a declared column as SHOW CREATE has it.
   *
   * @param lines whether it stands among others that have a line each
   */
  public static String declared(TypeName type, boolean lines) {
    SqlText text = new SqlText(lines ? Layout.LINES : Layout.SHOWN);
    return text.deeper(() -> new TypePrinter(text).type(type)).toString();
  }

  /** The name of an engine as the server shows it. */
  public static String engine(String name) {
    return Names.shown(name);
  }

  /** A name as SQL needs it: quoted unless it is a plain word that means nothing else. */
  public static String name(String name) {
    return Names.quoted(name);
  }

  /** A string as SQL needs it: quoted and escaped. */
  public static String string(String value) {
    return Names.string(value);
  }
}
